import type { DatabaseSync } from 'node:sqlite'
import type { DatedEvent } from '../event-store.ts'
import { linkedAt } from '../linked-at.ts'
import { actorOf } from '../to-milestone.ts'
import { KEEP_LINK, KEEP_MEMBERSHIP, KEEP_PERSON } from './statements.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * What the events of one request say of who is who. They are mostly of one person, so that one row
 * stands for all of them: a third of the statements that a row for each event would take.
 */
export interface Fold {
  add: (dated: DatedEvent, groupId: string | undefined) => void
  /** Writes what was added, in the caller's transaction. */
  write: () => void
}

type Key = readonly [writeKey: string, name: string, bot: number]
/** What is said, and when. */
type Said = readonly [at: number, text: string]
type SaidOfLink = readonly [proven: number, ...Said]

/** Prepares the statements once; the function that it returns begins a new fold. */
export function createFold(database: DatabaseSync): () => Fold {
  const keepLink = database.prepare(KEEP_LINK)
  const keepMembership = database.prepare(KEEP_MEMBERSHIP)
  const keepPerson = database.prepare(KEEP_PERSON)

  return () => {
    const links = new Map<string, [Key, SaidOfLink]>()
    const groups = new Map<string, [Key, Said]>()
    const people = new Map<string, [Key, number]>()

    return {
      add(dated, groupId) {
        const { writeKey, event, at, receivedAt, bot, proven = false } = dated
        const { userId, anonymousId } = event
        const actor = actorOf(event)
        const day = toDay(receivedAt)
        keep(people, [writeKey, actor, 0], { said: day, isBetter: isGreater })
        if (userId !== undefined && anonymousId !== undefined) {
          const said: SaidOfLink = [Number(proven), linkedAt(dated), userId]
          keep(links, [writeKey, anonymousId, Number(bot)], { said, isBetter: isFirst })
        }
        if (groupId !== undefined) {
          const said: Said = [at, groupId]
          keep(groups, [writeKey, actor, Number(bot)], { said, isBetter: isLater })
        }
      },
      write() {
        for (const [[writeKey, actor], day] of people.values()) keepPerson.run(writeKey, actor, day)
        for (const [key, said] of links.values()) keepLink.run(...key, ...said)
        for (const [key, [at, groupId]] of groups.values()) keepMembership.run(...key, groupId, at)
      },
    }
  }
}

/** The day in UTC, in days since 1970. */
export function toDay(at: number): number {
  return Math.floor(at / DAY_MS)
}

interface Claim<Value> {
  readonly said: Value
  readonly isBetter: (said: Value, known: Value) => boolean
}

function keep<Value>(map: Map<string, [Key, Value]>, key: Key, { said, isBetter }: Claim<Value>) {
  const id = JSON.stringify(key)
  const known = map.get(id)
  if (!known || isBetter(said, known[1])) map.set(id, [key, said])
}

function isGreater(one: number, other: number): boolean {
  return one > other
}

/** Proven ones first. As the statement for links has it. */
function isFirst([proven, at, text]: SaidOfLink, other: SaidOfLink): boolean {
  const [otherProven, otherAt, otherText] = other
  if (proven !== otherProven) return proven > otherProven
  return at < otherAt || (at === otherAt && isLess(text, otherText))
}

function isLater([at, text]: Said, [otherAt, other]: Said): boolean {
  return at > otherAt || (at === otherAt && isLess(other, text))
}

/** By bytes, as SQLite compares: JavaScript compares by UTF-16, which is another order. */
function isLess(one: string, other: string): boolean {
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0
}
