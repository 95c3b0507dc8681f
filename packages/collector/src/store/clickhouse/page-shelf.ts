import { textIn, type Row } from './row.ts'
import type { Found } from './read-range.ts'
import { spread } from './slot.ts'

/** What has been found so far of the people of a page. */
export interface Shelf {
  readonly links: Map<string, string>
  readonly milestones: Row[]
  readonly traits: Row[]
  readonly groups: Row[]
}

export function createShelf(): Shelf {
  return { links: new Map(), milestones: [], traits: [], groups: [] }
}

/** Puts what was found on the shelf of the person whose it is: by their slot, that of the user who a device belongs to. */
export function putAway(found: Found, shelfOf: (slot: number) => Shelf | undefined): void {
  const shelfOfRow = (row: Row): Shelf | undefined => {
    const owner = textIn(row, 'owner')
    const user = found.links.get(owner)
    return shelfOf(spread(user === undefined ? owner : `u:${user}`))
  }
  for (const [device, user] of found.links) shelfOf(spread(`u:${user}`))?.links.set(device, user)
  for (const row of found.milestones) shelfOfRow(row)?.milestones.push(row)
  for (const row of found.traits) shelfOfRow(row)?.traits.push(row)
  for (const row of found.groups) shelfOfRow(row)?.groups.push(row)
}

/**
 * As servers sort all of them: devices by their bytes, and users after them. Where devices of one
 * user say different things, the order tells which counts.
 */
export function byOwner(rows: readonly Row[]): Row[] {
  const isDevice = (row: Row) => textIn(row, 'owner').startsWith('a:')
  const devices = rows
    .filter(isDevice)
    .map((row) => ({ row, bytes: Buffer.from(textIn(row, 'owner')) }))
    .toSorted((one, other) => Buffer.compare(one.bytes, other.bytes))
    .map(({ row }) => row)
  return [...devices, ...rows.filter((row) => !isDevice(row))]
}
