import type { Tier } from '@firstwin/schema'
import type { DatabaseSync } from 'node:sqlite'
import type { Evidence, EvidenceOptions, JourneySummary, Milestone } from '../event-store.ts'
import { numberIn, optionalNumberIn, optionalTextIn, textIn, type Row } from './row.ts'

const KINDS: readonly Milestone['kind'][] = ['started', 'task', 'path', 'win']
const TIERS: readonly Tier[] = ['aha', 'first-strike', 'long-term']

/**
 * The two questions that results ask of the database, each prepared once. Where a bot and somebody
 * said something of the same name, the latter comes last, and counts.
 */
export function createReadEvidence(database: DatabaseSync) {
  const milestones = database.prepare(
    `SELECT * FROM milestones WHERE write_key = ? AND journey = ? AND bot <= ?
     ORDER BY at, message_id`,
  )
  const links = database.prepare(
    'SELECT * FROM links WHERE write_key = ? AND bot <= ? ORDER BY anonymous_id, bot DESC',
  )
  const traits = database.prepare(
    'SELECT * FROM traits WHERE write_key = ? AND bot <= ? ORDER BY owner, name, bot DESC',
  )
  const memberships = database.prepare(
    'SELECT * FROM memberships WHERE write_key = ? AND bot <= ? ORDER BY actor, bot DESC',
  )
  const journeys = database.prepare(
    `SELECT journey, max(at) AS at FROM milestones WHERE write_key = ? AND bot = 0
     GROUP BY journey ORDER BY at DESC, journey`,
  )

  return {
    evidence(writeKey: string, journey: string, { bots = false }: EvidenceOptions): Evidence {
      const bot = Number(bots)
      return {
        milestones: milestones.all(writeKey, journey, bot).flatMap(toMilestoneRow),
        links: toMap(links.all(writeKey, bot), 'anonymous_id', 'user_id'),
        traits: traits.all(writeKey, bot).map(toTrait),
        groups: toMap(memberships.all(writeKey, bot), 'actor', 'group_id'),
      }
    },
    journeys: (writeKey: string): JourneySummary[] =>
      journeys
        .all(writeKey)
        .map((row) => ({ id: textIn(row, 'journey'), latestAt: numberIn(row, 'at') })),
  }
}

function toMilestoneRow(row: Row): Milestone[] {
  const kind = KINDS.find((known) => known === row['kind'])
  if (!kind) return []
  return [
    {
      kind,
      journey: textIn(row, 'journey'),
      actor: textIn(row, 'actor'),
      path: textIn(row, 'path'),
      subject: textIn(row, 'subject'),
      at: numberIn(row, 'at'),
      messageId: textIn(row, 'message_id'),
      tier: TIERS.find((known) => known === row['tier']),
      clock: optionalTextIn(row, 'clock'),
      deviceTtvMs: optionalNumberIn(row, 'device_ttv_ms'),
    },
  ]
}

function toTrait(row: Row) {
  const value: unknown = JSON.parse(textIn(row, 'value'))
  return { owner: textIn(row, 'owner'), name: textIn(row, 'name'), value }
}

function toMap(rows: readonly Row[], key: string, value: string): Map<string, string> {
  return new Map(rows.map((row) => [textIn(row, key), textIn(row, value)]))
}
