import type { Tier } from '@firstwin/schema'
import type { DatabaseSync } from 'node:sqlite'
import type { Evidence, JourneySummary, Milestone } from '../event-store.ts'
import { numberIn, optionalNumberIn, optionalTextIn, textIn, type Row } from './row.ts'

const KINDS: readonly Milestone['kind'][] = ['started', 'task', 'path', 'win']
const TIERS: readonly Tier[] = ['aha', 'first-strike', 'long-term']

/** The two questions that results ask of the database, each prepared once. */
export function createReadEvidence(database: DatabaseSync) {
  const milestones = database.prepare(
    'SELECT * FROM milestones WHERE write_key = ? AND journey = ? ORDER BY at, message_id',
  )
  const links = database.prepare('SELECT * FROM links WHERE write_key = ?')
  const traits = database.prepare('SELECT * FROM traits WHERE write_key = ?')
  const memberships = database.prepare('SELECT * FROM memberships WHERE write_key = ?')
  const journeys = database.prepare(
    `SELECT journey, max(at) AS at FROM milestones WHERE write_key = ?
     GROUP BY journey ORDER BY at DESC, journey`,
  )

  return {
    evidence(writeKey: string, journey: string): Evidence {
      return {
        milestones: milestones.all(writeKey, journey).flatMap(toMilestoneRow),
        links: toMap(links.all(writeKey), 'anonymous_id', 'user_id'),
        traits: traits.all(writeKey).map(toTrait),
        groups: toMap(memberships.all(writeKey), 'actor', 'group_id'),
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
