import { z } from 'zod'

export type Json = string | number | boolean | null | readonly Json[] | JsonObject

export interface JsonObject {
  readonly [key: string]: Json
}

/** Keys of one object, and items of one list. Our own reports have fewer than 20. */
export const MAX_KEYS = 64
/** The longest text there is on the wire is a survey answer. */
export const MAX_STRING = 1000
/** Levels of objects and lists. Deeper data is a mistake, or meant to exhaust the stack. */
export const MAX_DEPTH = 6
/** Values in all levels together: else 64 keys on six levels would be 69 thousand million. */
export const MAX_VALUES = 1000

/** An object of JSON data within the limits above. */
export const boundedJson = z
  .custom<JsonObject>(isObject, 'an object is expected')
  .superRefine((value, context) => {
    const message = excess(value)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Says which limit is exceeded, and where. Goes level by level: no input can exhaust the stack. */
function excess(root: unknown): string | undefined {
  let level: [path: string, value: unknown][] = [['', root]]
  let values = 0
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `${level[0]?.[0]} is more than ${MAX_DEPTH} levels deep`
    for (const [path, value] of level) {
      const message = excessOf(value)
      if (message !== undefined) return `${path} ${message}`.trim()
    }
    level = level.flatMap(([path, value]) => children(path, value))
    values += level.length
    if (values > MAX_VALUES) return `more than ${MAX_VALUES} values`
  }
  return undefined
}

function excessOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    return value.length > MAX_STRING ? `is longer than ${MAX_STRING} characters` : undefined
  }
  if (Array.isArray(value)) {
    return value.length > MAX_KEYS ? `has more than ${MAX_KEYS} items` : undefined
  }
  if (isObject(value)) {
    const keys = Object.keys(value)
    if (keys.includes('__proto__')) return 'has the key __proto__'
    if (keys.some((key) => key.length > MAX_STRING)) {
      return `has a key longer than ${MAX_STRING} characters`
    }
    return keys.length > MAX_KEYS ? `has more than ${MAX_KEYS} keys` : undefined
  }
  if (value === null || typeof value === 'boolean') return undefined
  return Number.isFinite(value) ? undefined : 'is not JSON'
}

function children(path: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, item]) => [path ? `${path}.${key}` : key, item])
}
