import { attempt } from './attempt.ts'
import { byteLength } from './byte-length.ts'
import { createDropCounts, type DropCounts, type DropReason } from './drop-counts.ts'
import type { Outcome } from './send-batch.ts'
import type { WireEvent } from './wire-event.ts'

/** Keeps texts by key, on the device where it can. Never throws. */
export interface TextStore {
  get: (key: string) => string | undefined
  set: (key: string, text: string) => void
  remove: (key: string) => void
  /** All keys that start with `prefix`. */
  keys: (prefix: string) => string[]
}

export interface StoreOptions {
  storage: TextStore
  /** Stands before each storage key. Tabs and pages with the same one share one queue. */
  prefix: string
  /** Milliseconds since 1970. */
  now: () => number
}

export interface EventStore {
  keep: (event: WireEvent) => void
  /** The oldest ones that are not on their way yet: at most `limit`, and 48 KiB together. */
  take: (limit: number) => Batch
  /** Puts into effect what became of a batch that was taken. */
  settle: (batch: Batch, outcome: Outcome) => void
  /** Something waits that is not on its way yet. */
  isWaiting: () => boolean
  /** What is left of the pause that the server asked for, in milliseconds: at most one hour. */
  pauseMs: () => number
}

export interface Batch {
  readonly keys: readonly string[]
  /** The first one tells in `context.dropped` what was lost before. */
  readonly events: readonly WireEvent[]
  readonly dropped: DropCounts
}

const KIB = 1024
/** 48 KiB, less room for what stands around the events. */
const BATCH_BYTES = 47 * KIB
const EVENT_BYTES = 16 * KIB
/** Bounds what we take of the 5 MB that the whole origin has in storage. */
const MAX_WAITING = 500
const MAX_WAITING_CHARACTERS = 256 * KIB
const MAX_AGE_MS = 7 * 24 * 3_600_000
/** A longer pause is more likely a mistake than a wish, and clocks are set. */
const MAX_PAUSE_MS = 3_600_000

/**
 * Events that wait to be sent, one storage key each, named after the event's id: tabs never overwrite
 * one another's, and keys sort by time. Each goes on the endpoint's word only, or is counted as lost.
 */
export function createEventStore({ storage, prefix, now }: StoreOptions): EventStore {
  const queue = `${prefix}q:`
  const lost = createDropCounts(storage, `${prefix}dropped:`)
  const pause = `${prefix}wait`
  const onTheWay = new Set<string>()

  const read = (key: string): string => storage.get(key) ?? ''
  const keys = (): string[] => storage.keys(queue).toSorted()
  const isFree = (key: string): boolean => !onTheWay.has(key)

  function drop(key: string, reason: DropReason): void {
    storage.remove(key)
    lost.add(reason, 1)
  }

  const isFull = (): boolean =>
    keys().length > MAX_WAITING || keys().map(read).join('').length > MAX_WAITING_CHARACTERS

  /** Steps go first, wins and identities last, the oldest first. */
  function makeRoom(): void {
    for (const key of keys().toSorted((a, b) => rank(read(a)) - rank(read(b)))) {
      if (!isFull()) break
      drop(key, 'cap')
    }
  }

  return {
    keep(event) {
      const key = queue + event.messageId
      // Empty for what cannot be JSON, such as a trait that holds itself: counted when it is read.
      const text = attempt(() => JSON.stringify(event)) ?? ''
      storage.set(key, text)
      if (byteLength(text) > EVENT_BYTES) drop(key, 'size')
      if (isFull()) makeRoom()
    },
    take(limit) {
      const taken: string[] = []
      const events: WireEvent[] = []
      let bytes = 0
      for (const key of keys().filter(isFree)) {
        const text = read(key)
        const event = parseEvent(text)
        const isOld = now() - timeOf(key.slice(queue.length)) > MAX_AGE_MS
        bytes += byteLength(text)
        if (taken[0] && (taken.length === limit || bytes > BATCH_BYTES)) break
        if (event && !isOld) {
          taken.push(key)
          onTheWay.add(key)
          events.push(event)
        } else drop(key, event ? 'age' : 'invalid')
      }
      return withDropped({ keys: taken, events, dropped: lost.read() })
    },
    settle(batch, outcome) {
      const isLost = outcome === 'refused' || (outcome === 'size' && !batch.keys[1])
      for (const key of batch.keys) {
        onTheWay.delete(key)
        if (outcome === 'accepted') storage.remove(key)
        if (isLost) drop(key, outcome)
      }
      if (outcome === 'accepted') lost.settle(batch.dropped)
      // In storage, so that reloads and other tabs keep to it.
      if (Number(outcome) > 0) storage.set(pause, String(now() + Number(outcome)))
    },
    isWaiting: () => keys().some(isFree),
    pauseMs: () => Math.min(Math.max(Number(read(pause)) - now(), 0) || 0, MAX_PAUSE_MS),
  }
}

/** The first 48 bits of the id are milliseconds since 1970. */
function timeOf(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
}

function rank(text: string): number {
  if (text.includes('"event":"step_')) return 0
  return /"event":"(win_|journey_s)|"type":"[ig]/.test(text) ? 2 : 1
}

function withDropped(batch: Batch): Batch {
  const [first, ...rest] = batch.events
  const { dropped } = batch
  if (!first || !Object.keys(dropped).length) return batch
  return { ...batch, events: [{ ...first, context: { ...first.context, dropped } }, ...rest] }
}

function parseEvent(text: string): WireEvent | undefined {
  const event: WireEvent | undefined = attempt(() => JSON.parse(text))
  return event?.messageId ? event : undefined
}
