/**
 * A short name for exactly this journey: 16 hexadecimal digits of its canonical JSON (keys sorted,
 * `$schema` left out, white space without meaning). Tells versions apart in reports; it is quick and
 * synchronous, and no protection against forgery. Safe for any value of JSON.
 *
 * The mixing is that of cyrb53 by bryc (public domain), with both halves kept whole.
 */
export function hashJourney(journey: unknown): string {
  const text = JSON.stringify(journey, canonical) ?? ''
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  return toHex(mix(high, low)) + toHex(mix(low, high))
}

function canonical(key: string, value: unknown): unknown {
  if (key === '$schema') return undefined
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function mix(half: number, other: number): number {
  return Math.imul(half ^ (half >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
}

function toHex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0')
}
