/** Bits of a rank that tell apart what happened in the same millisecond. */
const TIE_BITS = 20n
const MAX_RANK = 2n ** 64n - 1n

/**
 * The rank of what counts when it is the latest, as the text of a number of 64 bits. Within one
 * millisecond the greater text counts, as far as its beginning tells.
 */
export function rankOfLatest(at: number, text: string): string {
  return String(toRank(at, beginning(text)))
}

/** The rank of what counts when it is the earliest. Within one millisecond the lesser text counts. */
export function rankOfEarliest(at: number, text: string): string {
  return String(MAX_RANK - toRank(at, beginning(text)))
}

/** The time in the rank of what counts when it is the latest, as an expression over its column. */
export const TIME_OF_LATEST = `toInt64(intDiv(rank, ${2n ** TIE_BITS}))`

export const TIME_OF_EARLIEST = `toInt64(intDiv(${MAX_RANK} - rank, ${2n ** TIE_BITS}))`

function toRank(at: number, tie: bigint): bigint {
  return (BigInt(Math.max(0, Math.trunc(at))) << TIE_BITS) | tie
}

/** UUIDs of version 7 begin with their millisecond, which is the same here; twenty bits follow. */
const VERSION_7 = /^[\da-f]{8}-[\da-f]{4}-7([\da-f]{3})-([\da-f]{2})/i

function beginning(text: string): bigint {
  const found = VERSION_7.exec(text)
  if (found) return BigInt(`0x${found[1] ?? ''}${found[2] ?? ''}`)
  const bytes = Buffer.alloc(3)
  Buffer.from(text).copy(bytes)
  return BigInt(bytes.readUIntBE(0, 3)) >> (24n - TIE_BITS)
}
