import { randomBytes } from 'node:crypto'

export const UUID7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/**
 * A version 7 UUID (RFC 9562), sortable by time: 48 bits of `now` in ms since 1970, 12 bits of
 * `counter`, 62 random bits. With a rising counter, ids of one millisecond sort as they were made.
 *
 * The browser makes its own (`sdk/src/report/uuid7.ts`), in fewer bytes: this package depends on nothing
 * when it is published, and nothing is bundled into it.
 */
export function uuid7(now: number, counter: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Math.floor(now), 0, 6)
  bytes.writeUInt16BE(0x7000 | (counter % 0x1000), 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
