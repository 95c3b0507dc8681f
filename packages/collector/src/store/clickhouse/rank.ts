/** Bits of a rank that tell apart what happened in the same millisecond. */
const TIE_BITS = 20n
const MAX_RANK = 2n ** 64n - 1n
/** Takes what nothing proves below all that is proven. Times stay under it until the year 2248. */
const UNPROVEN = 2n ** 63n

/**
 * The rank of what counts when it is the latest, as the text of a number of 64 bits. Within one
 * millisecond the greater text counts, as far as its beginning tells.
 */
export function rankOfLatest(at: number, text = ''): string {
  return String(toRank(at) | beginning(text))
}

/** The rank of what counts when it is the earliest. Within one millisecond the column `tie` decides. */
export function rankOfEarliest(at: number): string {
  return String(MAX_RANK - toRank(at))
}

/** That of what counts when it is the earliest, but for those that are proven: one of them counts first. */
export function rankOfLink(at: number, proven: boolean): string {
  return String(MAX_RANK - toRank(at) - (proven ? 0n : UNPROVEN))
}

/** The rank of what empties a row of this rank. */
export function rankAfter(rank: string): string {
  return String(BigInt(rank) + 1n)
}

/** The time in the rank of what counts when it is the latest, as an expression over its column. */
export const TIME_OF_LATEST = `toInt64(intDiv(rank, ${2n ** TIE_BITS}))`

export const TIME_OF_EARLIEST = `toInt64(intDiv(bitAnd(bitNot(rank), ${UNPROVEN - 1n}), ${2n ** TIE_BITS}))`

function toRank(at: number): bigint {
  return BigInt(Math.max(0, Math.trunc(at))) << TIE_BITS
}

function beginning(text: string): bigint {
  const bytes = Buffer.alloc(3)
  Buffer.from(text).copy(bytes)
  return BigInt(bytes.readUIntBE(0, 3)) >> (24n - TIE_BITS)
}
