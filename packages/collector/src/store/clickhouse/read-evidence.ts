import type { Evidence, JourneySummary } from '../event-store.ts'
import type { Client } from './client.ts'
import { counting, type Counting } from './counting.ts'
import { literal } from './literal.ts'
import { TIME_OF_EARLIEST } from './rank.ts'
import { numberIn, textIn } from './row.ts'
import { tableName, type Place } from './schema.ts'
import { toGroups, toLinks, toMilestones, toTrait } from './to-evidence.ts'

export interface Question {
  readonly writeKey: string
  readonly journey: string
  readonly bots: boolean
}

/** All of a journey, in the collector's memory. */
export async function readEvidence(
  client: Client,
  place: Place,
  { writeKey, journey, bots }: Question,
): Promise<Evidence> {
  const read = (asked: Pick<Counting, 'kind' | 'journey'>) =>
    client.rows(counting(place, { writeKey, bots, ...asked }), READ)
  const [milestones, links, traits, groups] = await Promise.all([
    read({ kind: 'milestone', journey }),
    read({ kind: 'link' }),
    read({ kind: 'trait' }),
    read({ kind: 'group' }),
  ])
  return {
    milestones: toMilestones(milestones, journey),
    links: toLinks(links),
    traits: traits.map(toTrait),
    groups: toGroups(groups),
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
