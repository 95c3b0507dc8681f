import { actorOf, toMilestone } from '../to-milestone.ts'
import type { DatedEvent } from '../event-store.ts'
import { linkedAt } from '../linked-at.ts'
import { rankOfEarliest, rankOfLatest } from './rank.ts'

export const FACT_COLUMNS = [
  'write_key',
  'kind',
  'journey',
  'owner',
  'name',
  'bot',
  'rank',
  'value',
] as const

/**
 * Something that is known of somebody. Of several rows with the same `write_key`, `kind`,
 * `journey`, `owner`, `name` and `bot` the one with the highest rank counts.
 *
 * | kind        | owner  | name                    | value                               | counts   |
 * | ----------- | ------ | ----------------------- | ----------------------------------- | -------- |
 * | `milestone` | actor  | `[kind, path, subject]` | `[at, messageId, tier, clock, ttv]` | earliest |
 * | `link`      | device |                         | user's id                           | earliest |
 * | `trait`     | actor  | the trait               | its value as JSON                   | latest   |
 * | `group`     | actor  |                         | group's id                          | latest   |
 * | `heard`     | actor  |                         |                                     | latest   |
 * | `progress`  | user   | device's id             | part as JSON                        | latest   |
 * | `erased`    | digest |                         |                                     | any      |
 * | `check`     | any    |                         |                                     | any      |
 *
 * The time stands in the rank. That of `heard` is the beginning of the day.
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
    | 'erased'
    | 'check'
  /** Of milestones and progress, empty for the others. */
  readonly journey: string
  /** `u:` and a user's id, `a:` and a device's, `g:` and a group's. */
  readonly owner: string
  readonly name: string
  readonly bot: 0 | 1
  readonly rank: string
  readonly value: string
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
  const order = Buffer.compare(Buffer.from(fact.value), Buffer.from(other.value))
  return EARLIEST.has(fact.kind) ? order < 0 : order > 0
}

/** Of which the earliest counts, and of two in one millisecond the lesser. */
const EARLIEST: ReadonlySet<Fact['kind']> = new Set(['milestone', 'link'] as const)

function factsOf(dated: DatedEvent): Fact[] {
  return [...milestoneOf(dated), ...personOf(dated), ...traitsOf(dated)]
}

function baseOf({ writeKey, bot }: DatedEvent) {
  return { write_key: writeKey, journey: '', name: '', bot: bot ? 1 : 0 } as const
}

function milestoneOf(dated: DatedEvent): Fact[] {
  const milestone = toMilestone(dated)
  if (!milestone) return []
  const { kind, path, subject, journey, actor: owner, at, messageId } = milestone
  const { tier = null, clock = null, deviceTtvMs = null } = milestone
  const name = JSON.stringify([kind, path, subject])
  const value = JSON.stringify([at, messageId, tier, clock, deviceTtvMs])
  const rank = rankOfEarliest(at, messageId)
  return [{ ...baseOf(dated), kind: 'milestone', journey, owner, name, value, rank }]
}

function personOf(dated: DatedEvent): Fact[] {
  const { event, at, receivedAt } = dated
  const { userId, anonymousId } = event
  const base = baseOf(dated)
  const owner = actorOf(event)
  const groupId = groupOf(event)
  const facts: Fact[] = [toHeard(dated.writeKey, owner, receivedAt)]
  if (userId !== undefined && anonymousId !== undefined) {
    const rank = rankOfEarliest(linkedAt(dated), userId)
    facts.push({ ...base, kind: 'link', owner: `a:${anonymousId}`, rank, value: userId })
  }
  if (groupId !== undefined) {
    facts.push({ ...base, kind: 'group', owner, rank: rankOfLatest(at, groupId), value: groupId })
  }
  return facts
}

/** That something came of them on this day. */
export function toHeard(writeKey: string, owner: string, receivedAt: number): Fact {
  const rank = rankOfLatest(dayStart(receivedAt), '')
  const base = { write_key: writeKey, journey: '', name: '', bot: 0, value: '' } as const
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
  const base = { write_key: dated.writeKey, kind: 'trait', journey: '', owner } as const
  return Object.entries(event.traits ?? {}).map(([name, given]) => {
    const value = JSON.stringify(given)
    const rank = rankOfLatest(at, value)
    return Object.assign({ name, rank, value, bot: dated.bot ? 1 : 0 } as const, base)
  })
}

function groupOf(event: DatedEvent['event']): string | undefined {
  return event.type === 'group' ? (event.groupId ?? event.context?.groupId) : event.context?.groupId
}
