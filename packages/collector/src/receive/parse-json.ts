import type { Problem } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import { excessOf } from './excess-of.ts'

export type Parsed = { ok: true; value: unknown } | { ok: false; problem: Problem }

/**
 * What may need cleaning: a name of the prototype, or an escape that may spell a character of one, a
 * NUL, or half of a pair. Other escapes are how some write Japanese.
 */
const SUSPECT = /\\u(?:0000|00[4-7]|d[89a-f])|__proto__|constructor|prototype/i
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Parses JSON that anybody may have written. Keys that name the prototype of objects are left out;
 * in texts, NUL and halves of surrogate pairs, which no database keeps, become U+FFFD.
 */
export function parseJson(text: string): Parsed {
  if (text.trim() === '') return refused('empty', 'The body is empty. A batch is expected.')
  const excess = excessOf(text)
  if (excess === 'depth') return refused('too-deep', 'The JSON is nested too deep for a batch.')
  if (excess === 'values') return TOO_MANY_VALUES
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value: SUSPECT.test(text) ? clean(value) : value }
  } catch (error) {
    return refused('not-json', `The body is not JSON (${reasonOf(error)}).`)
  }
}

/**
 * Takes away what is dangerous, in place: nobody else has it yet, and a copy takes ten times as long.
 * Its depth has been judged.
 */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null) return value
  for (const [key, item] of Object.entries(value)) {
    const name = cleanText(key)
    if (FORBIDDEN.has(key) || name !== key) Reflect.deleteProperty(value, key)
    const cleaned = clean(item)
    if (!FORBIDDEN.has(key) && (name !== key || cleaned !== item)) Reflect.set(value, name, cleaned)
  }
  return value
}

/** NUL, and halves of surrogate pairs: not those of a whole one. */
const UNKEPT = /[\0\p{Surrogate}]/gu

/** With U+FFFD in the place of NUL and of halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replaceAll(UNKEPT, '\uFFFD')
}

/** 413: a sender who sends fewer events at once gets through. */
const TOO_MANY_VALUES: Parsed = {
  ok: false,
  problem: {
    status: 413,
    code: 'too-many-values',
    message: 'The batch has more values than anybody reads. Send fewer events at once.',
  },
}

function refused(code: string, message: string): Parsed {
  return { ok: false, problem: { status: 400, code, message } }
}
