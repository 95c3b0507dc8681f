import type { DevicePart, Part } from '@firstwin/engine/part'
import { attempt } from '../report/attempt.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The parts in an answer; `undefined` if it is none, such as the page of a captive portal. A part of
 * another version, or one that is not as it should be, is left out: what is joined stays for ever.
 */
export function readParts(text: string): readonly DevicePart[] | undefined {
  const answer = attempt((): unknown => JSON.parse(text))
  const parts = isFields(answer) ? answer['parts'] : undefined
  if (!Array.isArray(parts)) return undefined
  return parts.filter(isDevicePart)
}

function isDevicePart(value: unknown): value is DevicePart {
  return isFields(value) && typeof value['device'] === 'string' && isPart(value['part'])
}

function isPart(value: unknown): value is Part {
  if (!isFields(value) || value['version'] !== 1) return false
  return Object.entries(SHAPE).every(([key, fits]) => fits(value[key]))
}

const isNumber = (value: unknown): boolean => Number.isFinite(value)
const isText = (value: unknown): boolean => typeof value === 'string'
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits)
const recordOf =
  (fits: Fits): Fits =>
  (value) =>
    isFields(value) && Object.entries(value).every(([key, one]) => key !== PROTO && fits(one))
const withFields =
  (fields: Readonly<Record<string, Fits>>): Fits =>
  (value) =>
    isFields(value) && Object.entries(fields).every(([key, fits]) => fits(value[key]))

type Fits = (value: unknown) => boolean

const PROTO = '__proto__'
const SHAPE: Readonly<Record<string, Fits>> = {
  firstSeenAt: isNumber,
  started: (value) => typeof value === 'boolean',
  events: recordOf(withFields({ count: isNumber, times: listOf(isNumber) })),
  others: recordOf(recordOf(isNumber)),
  wins: recordOf(isNumber),
  celebrated: recordOf(isNumber),
  guides: recordOf(isGuide),
  marks: recordOf(listOf(isNumber)),
  seen: recordOf(withFields({ at: isNumber, session: isText })),
  answered: recordOf(listOf(isText)),
  best: recordOf(isNumber),
  goodbyes: listOf(isText),
}

function isGuide(value: unknown): boolean {
  if (!isFields(value)) return false
  if (value['status'] === 'completed') return true
  return /^(active|dismissed)$/.test(String(value['status'])) && isText(value['step'])
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
