import type { Evidence, EvidencePages, Milestone, PagesAsked } from '../event-store.ts'
import type { Client } from './client.ts'
import { counting, linksOf, type Counting } from './counting.ts'
import { literal, literals } from './literal.ts'
import { READ } from './read-evidence.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { listIn, toGroups, toLinks, toMilestones, toTrait } from './to-evidence.ts'

/** So many milestones take the collector about a hundred megabytes while it looks at them. */
const PAGE_ROWS = 100_000

const CLOCK = 'trait:'
/** A value of a milestone whose clock is a trait. */
const HAS_CLOCK = `^\\[-?[0-9]+,(null|"[a-z-]+"),"${CLOCK}`

/** See `EventStore.pages`. */
export function createPages(client: Client, place: Place, pageRows = PAGE_ROWS): EvidencePages {
  return {
    read: (asked) => readPages({ client, place, pageRows }, asked),
    async firstClock({ writeKey, journey, bots }) {
      const known = counting(place, { writeKey, kind: 'milestone', journey, bots })
      const [row] = await client.rows(
        `SELECT value FROM (${known}) WHERE match(value, ${literal(HAS_CLOCK)})
         ORDER BY toInt64OrZero(extract(value, '-?[0-9]+')), tie LIMIT 1`,
        READ,
      )
      const clock = row && listIn(row, 'value')[2]
      return typeof clock === 'string' ? clock : undefined
    },
  }
}

interface Reading {
  readonly client: Client
  readonly place: Place
  readonly pageRows: number
}

/** @yields The evidence of some people, by a hash of who they are. */
async function* readPages(reading: Reading, asked: PagesAsked): AsyncGenerator<Evidence> {
  const { client, place, pageRows } = reading
  const { writeKey, journey } = asked
  const [row = {}] = await client.rows(
    `SELECT count() AS n FROM ${tableName(place, 'facts')}
     WHERE write_key = ${literal(writeKey)} AND kind = 'milestone' AND journey = ${literal(journey)}`,
    READ,
  )
  const pages = Math.ceil(numberIn(row, 'n') / pageRows)
  for (let page = 0; page < pages; page += 1) yield await readPage(reading, asked, [page, pages])
}

async function readPage(
  { client, place }: Reading,
  asked: PagesAsked,
  [page, pages]: readonly [number, number],
): Promise<Evidence> {
  const { writeKey, journey, bots } = asked
  const links = await readLinks({ client, place }, asked, [page, pages])
  const where = pages === 1 ? '' : `AND ${whoIsOn(links, [page, pages])}`
  const question = (about: Pick<Counting, 'kind' | 'journey' | 'where'>) =>
    counting(place, { writeKey, bots, where, ...about })
  const read = async (about: Pick<Counting, 'kind' | 'journey' | 'where'>) =>
    client.rows(question(about), READ)

  const milestones = toMilestones(await read({ kind: 'milestone', journey }), journey)
  const groups = await read({ kind: 'group' })
  const companies = `SELECT concat('g:', tie) FROM (${question({ kind: 'group' })})`
  const named = `AND name IN ${literals(traitsAsked(milestones, asked.clock))}`
  const traits = await read({ kind: 'trait', where: `${where} ${named}` })
  const shared = await read({
    kind: 'trait',
    where: `AND owner GLOBAL IN (${companies}) ${named}`,
  })
  return {
    milestones,
    links: toLinks(links.filter((row) => row['here'] === 1)),
    traits: [...shared, ...traits.filter((row) => !isCompany(textIn(row, 'owner')))].map(toTrait),
    groups: toGroups(groups),
  }
}

/** Devices whose user is on the page (`here`), and those that would be, if nobody had signed in on them. */
function readLinks(
  { client, place }: Pick<Reading, 'client' | 'place'>,
  { writeKey, bots }: PagesAsked,
  [page, pages]: readonly [number, number],
): Promise<Row[]> {
  const isOn = (text: string) => `cityHash64(${text}) % ${pages} = ${page}`
  return client.rows(
    `SELECT owner, user AS tie, ${isOn("concat('u:', user)")} AS here
     FROM (${linksOf(place, { writeKey, bots })}) WHERE here = 1 OR ${isOn('owner')}`,
    READ,
  )
}

function whoIsOn(links: readonly Row[], [page, pages]: readonly [number, number]): string {
  const here = links.filter((row) => row['here'] === 1).map((row) => textIn(row, 'owner'))
  const others = links.filter((row) => row['here'] !== 1).map((row) => textIn(row, 'owner'))
  const own = `cityHash64(owner) % ${pages} = ${page}`
  const alone = others.length === 0 ? own : `${own} AND owner NOT IN ${literals(others)}`
  return here.length === 0 ? `(${alone})` : `((${alone}) OR owner IN ${literals(here)})`
}

function isCompany(owner: string): boolean {
  return owner.startsWith('g:')
}

/** Those that results look at: names, and where clocks start. */
function traitsAsked(milestones: readonly Milestone[], clock: string | undefined): Set<string> {
  const clocks = new Set([clock, ...milestones.map((milestone) => milestone.clock)])
  const traits = [...clocks].flatMap((one) =>
    one?.startsWith(CLOCK) ? one.slice(CLOCK.length) : [],
  )
  return new Set(['name', ...traits])
}
