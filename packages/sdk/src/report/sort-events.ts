import { attempt } from './attempt.ts'
import { MAX_AGE_MS } from './bounds.ts'
import { QUEUE_PREFIX, QUEUES } from './keep-event.ts'
import { nameKeys } from './name-keys.ts'
import type { Target } from './read-endpoints.ts'
import type { TextStore } from './text-store.ts'
import { timeOfUuid7 } from './uuid7.ts'
import type { WireEvent } from './wire-event.ts'

export interface SortOptions {
  storage: TextStore
  targets: readonly Pick<Target, 'name' | 'filter'>[]
  /** Milliseconds since 1970. */
  now: () => number
  /** Hears what a filter of the host threw. */
  onError: (error: unknown) => void
}

/** Whose the first queue is, which carries no name. */
const FIRST_KEY = 'fw:first'
/** Ends the text of an event of the first queue that the others have, or did not want. */
const SORTED = ' '

/**
 * Makes the function that gives each event that was kept to the queue of every endpoint that wants it.
 * An event is in all of them before it counts as sorted: a crash in between makes a copy twice, with
 * the same id, and loses none. The first endpoint's are where all are kept, so that one that becomes
 * the only one goes on.
 */
export function createSorter({ storage, targets, now, onError }: SortOptions): () => void {
  const [first, ...others] = targets
  if (!others[0] && !first?.filter) return () => {}
  const known = new Set<string>()

  function wants({ filter }: Pick<Target, 'filter'>, event: WireEvent): boolean {
    try {
      return filter?.(event) ?? true
    } catch (error) {
      onError(error)
      return false
    }
  }

  function sort(key: string): void {
    const text = storage.get(key) ?? ''
    const event: WireEvent | undefined = attempt(() => JSON.parse(text))
    if (!event?.messageId || text.endsWith(SORTED)) return
    for (const other of others) {
      if (wants(other, event)) nameKeys(storage, other.name).set(key, text)
    }
    if (first && wants(first, event)) storage.set(key, text + SORTED)
    else storage.remove(key)
  }

  adopt(storage, targets)
  sweep(storage, targets, now() - MAX_AGE_MS)

  return () => {
    for (const key of storage.keys(QUEUE_PREFIX)) {
      if (!known.has(key)) sort(key)
      known.add(key)
    }
  }
}

/** Where another endpoint stands first now, what the one before has sorted stays its own. */
function adopt(storage: TextStore, targets: readonly Pick<Target, 'name'>[]): void {
  const before = storage.get(FIRST_KEY) ?? ''
  const name = targets[0]?.name ?? ''
  storage.set(FIRST_KEY, name)
  // Of one that is no more, what is left goes to its successor.
  if (before === name || !targets.some((one) => one.name === before)) return
  const theirs = nameKeys(storage, before)
  const ours = nameKeys(storage, name)
  for (const key of storage.keys(QUEUE_PREFIX)) {
    const text = storage.get(key) ?? ''
    if (!text.endsWith(SORTED)) continue
    theirs.set(key, text.trimEnd())
    storage.remove(key)
  }
  for (const key of ours.keys(QUEUE_PREFIX)) {
    storage.set(key, (ours.get(key) ?? '') + SORTED)
    ours.remove(key)
  }
}

/** Forgets what waits for an endpoint that has not been there for as long as anything may wait. */
function sweep(storage: TextStore, targets: readonly Pick<Target, 'name'>[], since: number): void {
  const prefixes = targets.map(({ name }) => `${QUEUES}.${name}:`)
  for (const key of storage.keys(`${QUEUES}.`)) {
    const isOurs = prefixes.some((prefix) => key.startsWith(prefix))
    if (!isOurs && timeOfUuid7(key.slice(key.indexOf(':', QUEUES.length) + 1)) < since) {
      storage.remove(key)
    }
  }
}
