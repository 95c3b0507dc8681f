import { actorOf, toMilestone } from '../to-milestone.ts'
import type { DatedEvent } from '../event-store.ts'
import { linkedAt } from '../linked-at.ts'
import { groupOf } from '../group-of.ts'
import type { Insert } from './insert-rows.ts'
import { rankOfEarliest, rankOfLatest, rankOfLink } from './rank.ts'
import { slotOf } from './slot.ts'

const FACT_COLUMNS = [
  'write_key',
  'kind',
  'journey',
  'slot',
  'owner',
  'name',
  'bot',
  'tie',
  'rank',
  'value',
] as const

/**
 * Something that is known of somebody. Of several rows with the same `write_key`, `kind`,
 * `journey`, `owner`, `name` and `bot` the one with the highest rank counts; of equal ranks the
 * one with the least `tie`, of groups the greatest.
 *
 * | kind        | owner  | name                    | tie        | value                    | counts   |
 * | ----------- | ------ | ----------------------- | ---------- | ------------------------ | -------- |
 * | `milestone` | actor  | `[kind, path, subject]` | message id | `[at, tier, clock, ttv]` | earliest |
 * | `link`      | device |                         | user's id  |                          | earliest |
 * | `group`     | actor  |                         | group's id |                          | latest   |
 * | `trait`     | actor  | the trait               |            | its value as JSON        | latest   |
 * | `heard`     | actor  |                         |            |                          | latest   |
 * | `progress`  | user   | device's id             |            | part as JSON             | latest   |
 * | `server`    | user   | its arrival             | message id | `[event, at, properties]`| earliest |
 * | `erased`    | digest |                         |            |                          | any      |
 * | `check`     | any    |                         |            |                          | any      |
 *
 * The time stands in the rank. That of `heard` is the beginning of the day. Links that are proven
 * count before all others. A part of progress that had to go is empty.
 */
export interface Fact {
  readonly write_key: string
  readonly kind:
    | 'milestone'
    | 'link'
    | 'trait'
    | 'group'
    | 'heard'
    | 'progress'
    | 'server'
    | 'erased'
    | 'check'
  /** Of milestones and progress, empty for the others. */
  readonly journey: string
  /** `u:` and a user's id, `a:` and a device's, `g:` and a group's. */
  readonly owner: string
  readonly name: string
  readonly bot: 0 | 1
  readonly tie: string
  readonly rank: string
  readonly value: string
}

/** Facts as they are inserted. */
export function factRows(facts: readonly Fact[]): Insert {
  const rows = facts.map((fact) => ({ ...fact, slot: slotOf(fact) }))
  return { table: 'facts', columns: FACT_COLUMNS, rows }
}

/** What several events say, once each: of two facts about the same only the one that counts. */
export function toFacts(events: readonly DatedEvent[]): Fact[] {
  const facts = new Map<string, Fact>()
  for (const fact of events.flatMap(factsOf)) {
    const { write_key: key, kind, journey, owner, name, bot } = fact
    const about = JSON.stringify([key, kind, journey, owner, name, bot])
    const other = facts.get(about)
    if (!other || counts(fact, other)) facts.set(about, fact)
  }
  return [...facts.values()]
}

function counts(fact: Fact, other: Fact): boolean {
  if (fact.rank !== other.rank) return BigInt(fact.rank) > BigInt(other.rank)
  const tie = compare(fact.tie, other.tie)
  if (tie === 0) return compare(fact.value, other.value) > 0
  return fact.kind === 'group' ? tie > 0 : tie < 0
}

/** By bytes, as servers compare. */
function compare(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other))
}

function factsOf(dated: DatedEvent): Fact[] {
  return [...milestoneOf(dated), ...personOf(dated), ...traitsOf(dated), ...serverOf(dated)]
}

function baseOf({ writeKey, bot }: DatedEvent) {
  return {
    write_key: writeKey,
    journey: '',
    name: '',
    bot: bot ? 1 : 0,
    tie: '',
    value: '',
  } as const
}

function milestoneOf(dated: DatedEvent): Fact[] {
  const milestone = toMilestone(dated)
  if (!milestone) return []
  const { kind, path, subject, journey, actor: owner, at, messageId } = milestone
  const { tier = null, clock = null, deviceTtvMs = null } = milestone
  const name = JSON.stringify([kind, path, subject])
  const value = JSON.stringify([at, tier, clock, deviceTtvMs])
  const rank = rankOfEarliest(at)
  const base = { ...baseOf(dated), kind: 'milestone', tie: messageId } as const
  return [{ ...base, journey, owner, name, value, rank }]
}

function personOf(dated: DatedEvent): Fact[] {
  const { event, at, receivedAt } = dated
  const { userId, anonymousId } = event
  const base = baseOf(dated)
  const owner = actorOf(event)
  const groupId = groupOf(event)
  const facts: Fact[] = [toHeard(dated.writeKey, owner, receivedAt)]
  if (userId !== undefined && anonymousId !== undefined) {
    const rank = rankOfLink(linkedAt(dated), dated.proven ?? false)
    facts.push({ ...base, kind: 'link', owner: `a:${anonymousId}`, tie: userId, rank })
  }
  if (groupId !== undefined) {
    facts.push({ ...base, kind: 'group', owner, tie: groupId, rank: rankOfLatest(at) })
  }
  return facts
}

/** That something came of them on this day. */
export function toHeard(writeKey: string, owner: string, receivedAt: number): Fact {
  const rank = rankOfLatest(dayStart(receivedAt))
  const base = { write_key: writeKey, journey: '', name: '', bot: 0, tie: '', value: '' } as const
  return { ...base, kind: 'heard', owner, rank }
}

/** The beginning of the day in UTC, in ms since 1970. */
export function dayStart(at: number): number {
  return at - (at % DAY_MS)
}

const DAY_MS = 24 * 60 * 60 * 1_000

function traitsOf(dated: DatedEvent): Fact[] {
  const { event, at } = dated
  if (event.type === 'track') return []
  const owner = event.type === 'group' ? `g:${groupOf(event) ?? ''}` : actorOf(event)
  const { write_key, journey, bot, tie } = baseOf(dated)
  const base = { write_key, kind: 'trait', journey, owner, bot, tie } as const
  return Object.entries(event.traits ?? {}).map(([name, given]) => {
    const value = JSON.stringify(given)
    const rank = rankOfLatest(at, value)
    return Object.assign({ name, rank, value }, base)
  })
}

/** What a customer's server reported of a user, kept by its arrival. */
function serverOf(dated: DatedEvent): Fact[] {
  const { event, at, receivedAt, trusted = false } = dated
  if (!trusted || event.type !== 'track' || event.userId === undefined) return []
  const value = JSON.stringify([event.event, at, event.properties ?? {}])
  const rank = rankOfEarliest(receivedAt)
  const base = { ...baseOf(dated), kind: 'server', bot: 0 } as const
  const [name, tie] = [arrivalOf(receivedAt), event.messageId]
  return [{ ...base, owner: actorOf(event), name, tie, rank, value }]
}

/** A time as a text that sorts as the time does: 15 digits. */
export function arrivalOf(receivedAt: number): string {
  return String(Math.max(0, Math.trunc(receivedAt))).padStart(15, '0')
}
