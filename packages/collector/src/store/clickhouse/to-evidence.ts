import type { Tier } from '@firstwin/schema'
import type { Milestone, Trait } from '../event-store.ts'
import { textIn, type Row } from './row.ts'

const KINDS: readonly Milestone['kind'][] = ['started', 'task', 'path', 'win']
const TIERS: readonly Tier[] = ['aha', 'first-strike', 'long-term']

/** By time, then by id. */
export function toMilestones(rows: readonly Row[], journey: string): Milestone[] {
  return rows.flatMap((row) => toMilestone(row, journey)).toSorted(byTime)
}

function toMilestone(row: Row, journey: string): Milestone[] {
  const [kindName, path, subject] = listIn(row, 'name')
  const [at, tier, clock, deviceTtvMs] = listIn(row, 'value')
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
      messageId: textIn(row, 'tie'),
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

export function toTrait(row: Row): Trait {
  const value: unknown = JSON.parse(textIn(row, 'value'))
  return { owner: textIn(row, 'owner'), name: textIn(row, 'name'), value }
}

/** User by device, without the letter before it. */
export function toLinks(rows: readonly Row[]): Map<string, string> {
  return new Map(rows.map((row) => [textIn(row, 'owner').slice(2), textIn(row, 'tie')]))
}

/** Group by actor. */
export function toGroups(rows: readonly Row[]): Map<string, string> {
  return new Map(rows.map((row) => [textIn(row, 'owner'), textIn(row, 'tie')]))
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
