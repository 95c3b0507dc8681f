import type { Problem } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import { isTooDeep } from './is-too-deep.ts'

export type Parsed = { ok: true; value: unknown } | { ok: false; problem: Problem }

/** What may need cleaning; an escape may spell any of it. */
const SUSPECT = /\\u|__proto__|constructor|prototype/
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses JSON that anybody may have written. Keys that name the prototype of objects are left out;
 * in texts, NUL and halves of surrogate pairs, which no database keeps, become U+FFFD.
 */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return refused('empty', 'The body is empty. A batch is expected.')
  if (isTooDeep(text)) return refused('too-deep', 'The JSON is nested too deep for a batch.')
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value: SUSPECT.test(text) ? clean(value) : value }
  } catch (error) {
    return refused('not-json', `The body is not JSON (${reasonOf(error)}).`)
  }
}

/** A copy without what is dangerous. Its depth has been judged. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !FORBIDDEN.has(key))
  return Object.fromEntries(entries.map(([key, item]) => [cleanText(key), clean(item)]))
}

/** Half a surrogate pair has no bytes in UTF-8: writing and reading it back makes it U+FFFD. */
function cleanText(text: string): string {
  return Buffer.from(text.replaceAll('\0', '\uFFFD')).toString()
}

function refused(code: string, message: string): Parsed {
  return { ok: false, problem: { status: 400, code, message } }
}
