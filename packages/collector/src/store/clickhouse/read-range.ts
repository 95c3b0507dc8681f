import type { PagesAsked } from '../event-store.ts'
import type { Client } from './client.ts'
import { counting, linksOf, type Counting } from './counting.ts'
import { literals } from './literal.ts'
import { READ } from './read-evidence.ts'
import { textIn, type Row } from './row.ts'
import type { Place } from './schema.ts'
import { SLOTS } from './slot.ts'

export interface Reading {
  readonly client: Client
  readonly place: Place
  readonly asked: Omit<PagesAsked, 'clock'>
  /** How many there are, of the same number of slots each. */
  readonly pages: number
  /** Of traits. All of them if left out. */
  readonly names: readonly string[] | undefined
}

/** Rows as `counting` tells them. */
export interface Found {
  /** The user's id by device, which is written as in `Milestone.actor`. */
  readonly links: ReadonlyMap<string, string>
  readonly milestones: readonly Row[]
  readonly traits: readonly Row[]
  readonly groups: readonly Row[]
}

/** What stands in the slots of a page. `where` is one more condition on owners, beginning with `AND`. */
export async function readRange(
  { client, place, asked, pages, names }: Reading,
  page: number,
  where = '',
): Promise<Found> {
  const [from, to] = rangeOf(page, pages)
  return readFound({ client, place, asked, names }, `AND slot >= ${from} AND slot < ${to} ${where}`)
}

/** All that is known of owners inside a condition, which begins with `AND`. Of companies only who is in them. */
export async function readFound(
  { client, place, asked, names }: Omit<Reading, 'pages'>,
  inside: string,
): Promise<Found> {
  const { writeKey, journey, bots } = asked
  const read = (about: Pick<Counting, 'kind' | 'journey'>, more = '') =>
    client.rows(counting(place, { writeKey, bots, where: `${inside} ${more}`, ...about }), READ)
  const named = names ? `AND name IN ${literals(names)}` : ''
  const [linked, milestones, traits, groups] = await Promise.all([
    client.rows(linksOf(place, { writeKey, bots, where: inside }), READ),
    read({ kind: 'milestone', journey }),
    read({ kind: 'trait' }, `AND owner NOT LIKE 'g:%' ${named}`),
    read({ kind: 'group' }),
  ])
  const links = new Map(linked.map((row) => [textIn(row, 'owner'), textIn(row, 'user')]))
  return { links, milestones, traits, groups }
}

/** The slots of a page: the first one, and the one after the last. */
export function rangeOf(page: number, pages: number): readonly [from: number, to: number] {
  const startOf = (one: number) => Math.floor((one * SLOTS) / pages)
  return [startOf(page), startOf(page + 1)]
}

/** The page in whose range a slot is. */
export function pageOf(slot: number, pages: number): number {
  return Math.floor(((slot + 1) * pages - 1) / SLOTS)
}
