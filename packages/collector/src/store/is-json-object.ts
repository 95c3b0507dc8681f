import type { JsonObject } from '@firstwin/schema'

/** Of what `JSON.parse` gives. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
