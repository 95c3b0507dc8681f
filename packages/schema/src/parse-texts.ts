import type { Journey } from './journey.ts'
import { parseRichText } from './rich-text.ts'
import { isText } from './text-keys.ts'

type Path = readonly (string | number)[]

/** The same journey with each text parsed: a tree where a string stood. */
export function parseTexts<Whole extends Pick<Journey, 'id'>>(journey: Whole): Whole
export function parseTexts(value: unknown, path?: Path): unknown
export function parseTexts(value: unknown, path: Path = []): unknown {
  if (isText(path)) return parseText(value)
  if (Array.isArray(value)) return value.map((item, index) => parseTexts(item, [...path, index]))
  return isObject(value) ? mapValues(value, (item, key) => parseTexts(item, [...path, key])) : value
}

function parseText(text: unknown): unknown {
  if (typeof text === 'string') return parseRichText(text)
  return isObject(text) ? mapValues(text, parseText) : text
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapValues(object: object, change: (value: unknown, key: string) => unknown): unknown {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}
