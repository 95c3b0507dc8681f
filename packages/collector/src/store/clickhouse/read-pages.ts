import type { Evidence, EvidencePages, PagesAsked, Trait } from '../event-store.ts'
import type { Client } from './client.ts'
import { counting } from './counting.ts'
import { toWholeEvidence, traitsByOwner } from './found-evidence.ts'
import { findClocks, findFirstClock, traitsOf } from './clocks.ts'
import { literal, literals } from './literal.ts'
import { READ } from './read-evidence.ts'
import { readWinners } from './read-winners.ts'
import { readChapter } from './read-chapter.ts'
import { numberIn } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { SLOTS } from './slot.ts'

/** So many milestones take the collector about a hundred megabytes while it looks at them. */
const PAGE_ROWS = 100_000

/** Of milestones of devices, so many pages may be kept at once for the users who came later. */
const KEPT_PAGES = 3

/** See `EventStore.pages`. */
export function createPages(client: Client, place: Place, pageRows = PAGE_ROWS): EvidencePages {
  return {
    read: (asked) => readPages({ client, place, asked }, pageRows),
    firstClock: (asked) => findFirstClock(client, place, asked),
    winners: (asked) => readWinners(client, place, asked),
  }
}

interface Asking {
  readonly client: Client
  readonly place: Place
  readonly asked: PagesAsked
}

/** @yields The evidence of some people. */
async function* readPages(asking: Asking, pageRows: number): AsyncGenerator<Evidence> {
  const count = await countRows(asking)
  if (count.rows === 0) return
  const traits = traitsOf(await findClocks(asking))
  const shared = await readShared(asking, traits)
  const pages = Math.min(SLOTS, Math.ceil(count.rows / pageRows))
  const reading = { ...asking, pages, names: traits && ['name', ...traits] }
  const chapters = Math.ceil(count.ofDevices / (pageRows * KEPT_PAGES)) || 1
  const size = Math.ceil(pages / chapters)
  for (let first = 0; first < pages; first += size) {
    for await (const shelf of readChapter(reading, [first, Math.min(pages, first + size)])) {
      yield toWholeEvidence(shelf, { journey: asking.asked.journey, shared })
    }
  }
}

async function countRows({ client, place, asked }: Asking) {
  const [row = {}] = await client.rows(
    `SELECT count() AS n, sum(owner LIKE 'a:%') AS devices FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(asked.writeKey)} AND kind = 'milestone'
       AND journey = ${literal(asked.journey)}`,
    READ,
  )
  return { rows: numberIn(row, 'n'), ofDevices: numberIn(row, 'devices') }
}

/** What companies share with their users, by owner: of all of them, because each has users on every page. */
async function readShared(
  { client, place, asked: { writeKey, bots } }: Asking,
  traits: readonly string[] | undefined,
): Promise<ReadonlyMap<string, Trait[]>> {
  if (traits?.length === 0) return new Map()
  const named = traits ? `AND name IN ${literals(traits)}` : ''
  const where = `AND owner LIKE 'g:%' ${named}`
  const rows = await client.rows(counting(place, { writeKey, bots, kind: 'trait', where }), READ)
  return traitsByOwner(rows)
}
