/**
 * A version 7 UUID (RFC 9562), sortable by time: 48 bits of `now` in milliseconds since 1970, then
 * 12 bits that are the lower bits of `counter`, then 60 random bits. With a rising counter, ids of the same millisecond sort in the order in which they were made.
 * Made by getRandomValues, because randomUUID is missing on pages served over http.
 */
export function uuid7(now: number, counter = 0): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  const random = Array.from(bytes, (byte) => hex(byte, 2)).join('')
  const time = hex(now, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter % 4096, 3)}-8${random.slice(0, 3)}-${random.slice(3, 15)}`
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0')
}

/** When it was made, in milliseconds since 1970. */
export function timeOfUuid7(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
}
