import { createHash, randomBytes } from 'node:crypto'

/** A UUID of version 7, for an event whose sender gave it no id. */
export function newMessageId(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The id of a CloudEvent, which is unique only together with its source. A UUID is unique alone;
 * of anything else and the source a hash is made.
 */
export function cloudEventId(source: string, id: string): string {
  if (UUID.test(id)) return id
  return createHash('sha256')
    .update(JSON.stringify([source, id]))
    .digest('base64url')
}
