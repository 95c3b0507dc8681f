import { crc32 } from 'node:zlib'
import type { Fact } from './to-facts.ts'

/** How many there are: 16 bits. Pages are ranges of them. */
export const SLOTS = 65_536

/** Kinds that are read in pages. What is only ever looked up by its owner stands in the first slot. */
const SPREAD = new Set<string>(['milestone', 'link', 'trait', 'group'] satisfies Fact['kind'][])

export function slotOf({ kind, owner }: Pick<Fact, 'kind' | 'owner'>): number {
  return SPREAD.has(kind) ? spread(owner) : 0
}

/** Where facts of somebody stand that are read in pages: the same people are together in all of them. */
export function spread(owner: string): number {
  return crc32(owner) % SLOTS
}

/** What finds facts of these owners, of any kind, by the slots that they can be in. */
export function inSlotsOf(owners: readonly string[]): string {
  return `slot IN (${[...new Set([0, ...owners.map(spread)])].join(', ')})`
}
