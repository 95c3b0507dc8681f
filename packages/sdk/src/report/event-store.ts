import type { DropReason } from '@firstwin/schema'
import { attempt } from './attempt.ts'
import { BATCH_BYTES, EVENT_BYTES, MORE_BYTES } from './bounds.ts'
import { byteLength } from './byte-length.ts'
import { createDropCounts, type DropCounts } from './drop-counts.ts'
import type { Outcome } from './endpoint.ts'
import { forgetOld } from './forget-old.ts'
import { QUEUE_PREFIX } from './keep-event.ts'
import { makeRoom } from './make-room.ts'
import { createPause } from './pause.ts'
import type { TextStore } from './text-store.ts'
import type { WireEvent } from './wire-event.ts'

export interface StoreOptions {
  storage: TextStore
  /** Milliseconds since 1970. */
  now: () => number
  /** Whether this one may go now; what may not waits without being sent. @default all may */
  mayGo?: ((text: string) => boolean) | undefined
}

export interface EventStore {
  /** Bounds what waits, in time too, after something came. */
  makeRoom: () => void
  /** The one that came last. */
  newest: () => string
  /**
   * The oldest ones that are not on their way yet: at most `limit`, 48 KiB together, and none that
   * came after `newest`.
   */
  take: (limit: number, newest: string) => Batch
  /** Puts into effect what became of a batch that was taken. */
  settle: (batch: Pick<Batch, 'keys' | 'dropped'>, outcome: Outcome) => void
  /** Something waits that is not on its way yet, and may go. */
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

/**
 * Events that wait to be sent, one storage key each, named after the event's id: tabs never overwrite
 * one another's, and keys sort by time. Each goes on the endpoint's word only, or is counted as lost.
 */
export function createEventStore({ storage, now, mayGo }: StoreOptions): EventStore {
  const lost = createDropCounts(storage)
  const pause = createPause(storage, now)
  const onTheWay = new Set<string>()

  const read = (key: string): string => storage.get(key) ?? ''
  const keys = (): string[] => storage.keys(QUEUE_PREFIX).toSorted()
  const isFree = (key: string): boolean => !onTheWay.has(key) && mayGo?.(read(key)) !== false

  function drop(key: string, reason: DropReason): void {
    // Of what did not fit there is but a number.
    lost.add(reason, Number(read(key)) || 1)
    storage.remove(key)
  }

  const forget = (): void =>
    forgetOld(storage, now(), (key) => onTheWay.has(key) || drop(key, 'age'))

  return {
    makeRoom() {
      forget()
      makeRoom(storage, onTheWay, (key) => drop(key, 'cap'))
    },
    newest: () => keys().at(-1) ?? '',
    take(limit, newest) {
      const taken: string[] = []
      const events: WireEvent[] = []
      let bytes = 0
      forget()
      for (const key of keys().filter((one) => one <= newest && isFree(one))) {
        const text = read(key)
        const event = parseEvent(text)
        const size = byteLength(text)
        const flaw = event ? size > EVENT_BYTES && 'size' : toReason(text)
        if (flaw) drop(key, flaw)
        if (flaw || !event) continue
        bytes += size + MORE_BYTES
        if (taken[0] && (taken.length === limit || bytes > BATCH_BYTES)) break
        taken.push(key)
        onTheWay.add(key)
        events.push(event)
      }
      const dropped = lost.read()
      return { keys: taken, events: withDropped(events, dropped), dropped }
    },
    settle(batch, outcome) {
      const { is } = outcome
      const isLost = is === 'refused' || (isForFewer(is) && !batch.keys[1])
      for (const key of batch.keys) {
        onTheWay.delete(key)
        if (is === 'accepted') storage.remove(key)
        if (isLost) drop(key, is)
      }
      if (is === 'accepted') {
        lost.settle(batch.dropped)
        lost.add('refused', outcome.rejected ?? 0)
      }
      if (is === 'later' && outcome.waitMs) pause.begin(outcome.waitMs)
    },
    isWaiting: () => keys().some(isFree),
    pauseMs: pause.leftMs,
  }
}

/** The same events may pass in smaller batches. */
export function isForFewer(is: Outcome['is']): is is 'size' | 'invalid' {
  return is === 'size' || is === 'invalid'
}

function withDropped(events: readonly WireEvent[], dropped: DropCounts): readonly WireEvent[] {
  const [first, ...rest] = events
  if (!first || !Object.keys(dropped)[0]) return events
  return [{ ...first, context: { ...first.context, dropped } }, ...rest]
}

/** Why what waits is no event. */
function toReason(text: string): DropReason {
  return Number(text) ? 'cap' : 'invalid'
}

function parseEvent(text: string): WireEvent | undefined {
  const event: WireEvent | undefined = attempt(() => JSON.parse(text))
  return event?.messageId ? event : undefined
}
