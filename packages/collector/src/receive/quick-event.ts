import type { JsonObject, WireEvent } from '@firstwin/schema'
import { isObject } from './is-object.ts'

// The limits of the format, whose own judge is zod. A test compares the two.
const MAX_KEY = 256
const MAX_NAME = 200
const MAX_DEPTH = 6
const MAX_KEYS = 64
const MAX_STRING = 1_000
const MAX_VALUES = 1_000

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** As `toISOString` writes it. The 29th of February is left to the other judge. */
const DAY = '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)'
const TIME = new RegExp(
  `^\\d{4}-${DAY}|02-(?:0[1-9]|1\\d|2[0-8]))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`,
)

/**
 * The event, if it is a well-formed `track` in the form that our own SDK writes: in a tenth of the
 * time that the schema takes. `undefined` says nothing of an event: the schema is then its judge.
 */
export function quickEvent(value: unknown): WireEvent | undefined {
  if (!isObject(value) || value['type'] !== 'track') return undefined
  const { messageId, event, timestamp, anonymousId, userId, properties } = value
  const context = quickContext(value['context'])
  if (
    context === false ||
    typeof messageId !== 'string' ||
    !UUID.test(messageId) ||
    typeof timestamp !== 'string' ||
    !TIME.test(timestamp) ||
    !isText(event, MAX_NAME) ||
    !isKey(anonymousId) ||
    !isKey(userId) ||
    (userId === undefined && anonymousId === undefined) ||
    !isBounded(properties)
  ) {
    return undefined
  }
  return {
    type: 'track',
    messageId,
    event,
    timestamp,
    ...(anonymousId === undefined ? {} : { anonymousId }),
    ...(userId === undefined ? {} : { userId }),
    ...(properties === undefined ? {} : { properties }),
    ...(context === undefined ? {} : { context }),
  }
}

/** The fields that the format knows; `false` if the schema has to look at it. */
function quickContext(value: unknown): WireEvent['context'] | false {
  if (value === undefined) return undefined
  if (!isObject(value) || value['dropped'] !== undefined) return false
  const { groupId, locale } = value
  const library = quickLibrary(value['library'])
  const page = quickPage(value['page'])
  if (library === false || page === false || !isKey(groupId)) return false
  if (locale !== undefined && !isString(locale, 64)) return false
  return {
    ...(groupId === undefined ? {} : { groupId }),
    ...(library === undefined ? {} : { library }),
    ...(locale === undefined ? {} : { locale }),
    ...(page === undefined ? {} : { page }),
  }
}

function quickLibrary(value: unknown) {
  if (value === undefined) return undefined
  if (!isObject(value)) return false
  const { name, version } = value
  return isString(name, MAX_KEY) && isString(version, 64) ? { name, version } : false
}

function quickPage(value: unknown) {
  if (value === undefined) return undefined
  if (!isObject(value)) return false
  const { path } = value
  if (path === undefined) return {}
  return isString(path, MAX_STRING) ? { path } : false
}

function isString(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length <= max
}

function isText(value: unknown, max: number): value is string {
  return isString(value, max) && value !== ''
}

function isKey(value: unknown): value is string | undefined {
  return value === undefined || isText(value, MAX_KEY)
}

function isBounded(value: unknown): value is JsonObject | undefined {
  return value === undefined || (isObject(value) && countValues(value, 0) <= MAX_VALUES)
}

/** How many values there are in all levels below; `Infinity` if any of them is too large. */
function countValues(value: unknown, depth: number): number {
  if (depth > MAX_DEPTH) return Infinity
  if (typeof value === 'string') return value.length > MAX_STRING ? Infinity : 0
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Infinity
  if (value === null || typeof value === 'boolean') return 0
  if (typeof value !== 'object') return Infinity
  if (Array.isArray(value)) return countAll(value, depth)
  const keys = Object.keys(value)
  if (keys.some((key) => key.length > MAX_STRING || key === '__proto__')) return Infinity
  return countAll(Object.values(value), depth)
}

function countAll(items: readonly unknown[], depth: number): number {
  if (items.length > MAX_KEYS) return Infinity
  let count = items.length
  for (const item of items) count += countValues(item, depth + 1)
  return count
}
