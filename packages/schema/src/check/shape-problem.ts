import type { Path, Problem } from './problem.ts'
import { didYouMean, suggest } from './suggest.ts'
import { kindOf, oneOf } from './value-kind.ts'

/** The one version of the format that this release reads. */
const FORMAT = 1

export function missingKey(path: Path): Problem {
  const message = `Missing key ${quote(path.at(-1))}.`
  return { severity: 'error', code: 'missing-key', path, message }
}

/** @param known the keys that the object may have */
export function unknownKey(path: Path, known: readonly string[]): Problem {
  const key = String(path.at(-1))
  const suggestion = suggest(key, known)
  const hint = didYouMean(suggestion) || ` Known here: ${known.join(', ')}.`
  return {
    severity: 'error',
    code: 'unknown-key',
    path,
    at: 'key',
    message: `Unknown key ${quote(key)}.${hint}`,
    suggestion,
  }
}

interface Kinds {
  noun: string
  /** The path ends with a key that no form knows. */
  isThere: boolean
  /** The keys of which one has to be there. */
  known: readonly string[]
}

/** An object that could have several forms and has none, for want of the key that says which. */
export function unknownKind(path: Path, { noun, isThere, known }: Kinds): Problem {
  const keys = oneOf(known.map(quote))
  if (!isThere) {
    return { severity: 'error', code: 'missing-key', path, message: `Missing key: ${keys}.` }
  }
  const suggestion = suggest(String(path.at(-1)), known)
  const hint = didYouMean(suggestion) || ` Expected ${keys}.`
  const message = `Unknown ${noun} ${quote(path.at(-1))}.${hint}`
  return { severity: 'error', code: `unknown-${noun}`, path, at: 'key', message, suggestion }
}

/** Two keys that each make another form of the object. */
export function notBeside(path: Path, beside: string, isCondition: boolean): Problem {
  const advice = isCondition
    ? 'Put each in an object of its own, in a list under "all" or "any".'
    : 'Keep one of them.'
  const message = `${quote(path.at(-1))} cannot stand beside ${quote(beside)}. ${advice}`
  return { severity: 'error', code: 'key-not-beside', path, at: 'key', message }
}

/** A key that names something, and has to follow a rule: an audience, a locale. */
export function wrongKey(path: Path, rule: string | undefined): Problem {
  const message = `${quote(path.at(-1))} does not fit as a key here: ${rule}.`
  return { severity: 'error', code: 'wrong-key', path, at: 'key', message }
}

interface Expected {
  values: readonly unknown[]
  /** What else may stand there: `an object`. */
  kinds?: readonly string[]
}

/** A value that is none of the few that may stand there. */
export function wrongValue(path: Path, value: unknown, { values, kinds = [] }: Expected): Problem {
  const key = path.at(-1)
  if (path.length === 1 && key === 'format') return wrongFormat(path, value)
  const expected = oneOf([...values.map(quote), ...kinds])
  if (typeof value !== 'string' || values.length === 0) return wrongType(path, value, expected)

  const suggestion = suggest(value, values.map(String))
  const noun = key === 'kind' ? 'kind' : 'value'
  return {
    severity: 'error',
    code: `unknown-${noun}`,
    path,
    message: `Unknown ${noun} ${quote(value)}. Expected ${expected}.${didYouMean(suggestion)}`,
    suggestion,
  }
}

/** @param expected `a string or an object` */
export function wrongType(path: Path, value: unknown, expected: string): Problem {
  const message = `Expected ${expected}, found ${kindOf(value)}.`
  return { severity: 'error', code: 'wrong-type', path, message }
}

function wrongFormat(path: Path, value: unknown): Problem {
  const isNewer = typeof value === 'number' && value > FORMAT
  const advice = isNewer ? 'Update Firstwin to read a newer one.' : `Write "format": ${FORMAT}.`
  return {
    severity: 'error',
    code: 'unknown-format',
    path,
    message: `Unknown format ${quote(value)}. This release reads format ${FORMAT}. ${advice}`,
    suggestion: String(FORMAT),
  }
}

function quote(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
