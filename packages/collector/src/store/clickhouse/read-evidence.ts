import type { Tier } from '@firstwin/schema'
import type { Evidence, JourneySummary, Milestone, Trait } from '../event-store.ts'
import type { Client } from './client.ts'
import { literal } from './literal.ts'
import { TIME_OF_EARLIEST } from './rank.ts'
import { numberIn, textIn, type Row } from './row.ts'
import { tableName, type Place } from './schema.ts'

const KINDS: readonly Milestone['kind'][] = ['started', 'task', 'path', 'win']
const TIERS: readonly Tier[] = ['aha', 'first-strike', 'long-term']

export interface Question {
  readonly writeKey: string
  readonly journey: string
  readonly bots: boolean
}

/**
 * Rows that are not merged yet count as if they were. Where a bot and somebody said something of
 * the same name, the latter comes last, and counts.
 */
export async function readEvidence(
  client: Client,
  place: Place,
  { writeKey, journey, bots }: Question,
): Promise<Evidence> {
  const facts = (which: string) =>
    client.rows(
      `SELECT kind, owner, name, argMax(value, rank) AS value FROM ${tableName(place, 'facts')}
       WHERE write_key = ${literal(writeKey)} AND ${which} ${bots ? '' : 'AND bot = 0'}
       GROUP BY kind, owner, name, bot ORDER BY kind, owner, name, bot DESC`,
      READ,
    )
  const [milestones, people] = await Promise.all([
    facts(`kind = 'milestone' AND journey = ${literal(journey)}`),
    facts(`kind IN ('link', 'trait', 'group') AND journey = ''`),
  ])
  return {
    milestones: milestones.flatMap((row) => toMilestones(row, journey)).toSorted(byTime),
    links: toMap(people, 'link'),
    traits: people.filter(({ kind }) => kind === 'trait').map(toTrait),
    groups: toMap(people, 'group'),
  }
}

/** Only replicas that have kept up: one that comes back from a fall would tell of the past. In s. */
export const READ = {
  max_replica_delay_for_distributed_queries: 3,
  fallback_to_stale_replicas_for_distributed_queries: 0,
}

export async function readJourneys(
  client: Client,
  place: Place,
  writeKey: string,
): Promise<JourneySummary[]> {
  const rows = await client.rows(
    `SELECT journey, max(at) AS latest FROM
       (SELECT journey, owner, name, min(${TIME_OF_EARLIEST}) AS at
        FROM ${tableName(place, 'facts')}
        WHERE write_key = ${literal(writeKey)} AND kind = 'milestone' AND bot = 0
        GROUP BY journey, owner, name)
     GROUP BY journey ORDER BY latest DESC, journey`,
    READ,
  )
  return rows.map((row) => ({ id: textIn(row, 'journey'), latestAt: numberIn(row, 'latest') }))
}

function toMilestones(row: Row, journey: string): Milestone[] {
  const [kindName, path, subject] = listIn(row, 'name')
  const [at, messageId, tier, clock, deviceTtvMs] = listIn(row, 'value')
  const kind = KINDS.find((known) => known === kindName)
  if (!kind) return []
  return [
    {
      kind,
      journey,
      actor: textIn(row, 'owner'),
      path: toText(path) ?? '',
      subject: toText(subject) ?? '',
      at: toNumber(at) ?? 0,
      messageId: toText(messageId) ?? '',
      tier: TIERS.find((known) => known === tier),
      clock: toText(clock),
      deviceTtvMs: toNumber(deviceTtvMs),
    },
  ]
}

function byTime(one: Milestone, other: Milestone): number {
  if (one.at !== other.at) return one.at - other.at
  return one.messageId < other.messageId ? -1 : 1
}

function toTrait(row: Row): Trait {
  const value: unknown = JSON.parse(textIn(row, 'value'))
  return { owner: textIn(row, 'owner'), name: textIn(row, 'name'), value }
}

/** Of devices without the letter before them, of actors with it. */
function toMap(rows: readonly Row[], kind: 'link' | 'group'): Map<string, string> {
  const owner = (row: Row) => textIn(row, 'owner').slice(kind === 'link' ? 2 : 0)
  const own = rows.filter((row) => row['kind'] === kind)
  return new Map(own.map((row) => [owner(row), textIn(row, 'value')]))
}

export function listIn(row: Row, column: string): readonly unknown[] {
  const value: unknown = JSON.parse(textIn(row, column))
  return Array.isArray(value) ? value : []
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function toNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
