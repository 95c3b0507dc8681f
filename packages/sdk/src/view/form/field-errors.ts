import type { Field } from '@firstwin/schema'
import type { Words } from '../words/words.ts'

/** What is wrong, by field id. */
export type Errors = Readonly<Record<string, string>>

type Values = Record<string, string | number>

/**
 * Reads the form: the values by field id, numbers as numbers, and an error for each field that
 * cannot be used as it is. A line of text may stay empty; the host is then handed ''.
 */
export function fieldErrors(
  fields: readonly Field[],
  entries: FormData,
  words: Words,
): { values: Values; errors: Errors } {
  const values: Values = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const entry = entries.get(field.id)
    const typed = typeof entry === 'string' ? entry.trim() : ''
    const error = errorOf(field, typed, words)
    if (error !== undefined) errors[field.id] = error
    else values[field.id] = 'number' in field ? Number(typed) : typed
  }
  return { values, errors }
}

function errorOf(field: Field, typed: string, words: Words): string | undefined {
  if ('options' in field) return typed === '' ? words.choose : undefined
  if (!('number' in field)) return undefined
  if (typed === '') return words.required
  const value = Number(typed)
  const { min, max } = field.number
  if (!Number.isFinite(value)) return words.notANumber
  if (min !== undefined && value < min) return words.atLeast(min)
  if (max !== undefined && value > max) return words.atMost(max)
  return undefined
}
