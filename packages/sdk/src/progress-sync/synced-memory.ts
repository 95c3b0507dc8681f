import { hashOf, restoreMemory, toStored, type Memory } from '@firstwin/engine'
import {
  mergePart,
  noteChanges,
  toPart,
  type DevicePart,
  type Part,
  type Synced,
} from '@firstwin/engine/part'
import type { TextStore } from '../report/text-store.ts'
import { fitPart } from './fit-part.ts'

export interface SyncedMemoryOptions {
  store: TextStore
  /** Milliseconds since 1970, by the clock of the host. */
  now: () => number
  newId: () => string
  /** How many times are kept of the events that a condition counts in a window. */
  windowed: Readonly<Record<string, number>>
  /** Whether the journey names an event. */
  isNamed: (event: string) => boolean
}

/** The memory of one user on the device, as far as it is joined with those of other devices. */
export interface SyncedMemory {
  /** What there is to tell; `undefined` where the device remembers nothing of the user. */
  readonly look: () => Telling | undefined
  /**
   * Joins it with the parts of other devices. `told` is what the collector has of this one by now.
   * Where the memory is another one by now, nothing happens.
   */
  readonly join: (parts: readonly DevicePart[], told: Told) => News
}

/** `unpraised`: a win of this very moment, which its own device may be about to celebrate. */
export type News = 'none' | 'some' | 'unpraised'

const MOMENT_MS = 30_000

export interface Told {
  readonly device: string
  /** A hash of the part. */
  readonly hash: string
}

export interface Telling extends Told {
  readonly part: Part
  /** The collector does not have this part yet. */
  readonly isNew: boolean
}

/**
 * Reads and writes the memory as another tab would: whoever runs the journey looks at it again before
 * each turn. `key` is where it stands.
 */
export function createSyncedMemory(key: string, options: SyncedMemoryOptions): SyncedMemory {
  const { store, now, newId, windowed, isNamed } = options

  function write(memory: Memory): void {
    const text = toStored(memory)
    if (text !== store.get(key)) store.set(key, text)
  }

  function read(): Synced | undefined {
    const stored = store.get(key)
    if (stored === undefined) return undefined
    return noteChanges(restoreMemory(stored, now()), now(), newId)
  }

  return {
    look() {
      const memory = read()
      if (!memory) return undefined
      write(memory)
      const part = fitPart(toPart(memory), isNamed)
      const hash = hashOf(JSON.stringify(part))
      return { device: memory.sync.device, part, hash, isNew: hash !== memory.sync.sent }
    },
    join(parts, { device, hash }) {
      const memory = read()
      if (memory?.sync.device !== device) return 'none'
      const joined = parts.reduce((one, part) => mergePart(one, part, windowed), memory)
      write({ ...joined, sync: { ...joined.sync, sent: hash } })
      const isSame =
        JSON.stringify({ ...joined, sync: 0 }) === JSON.stringify({ ...memory, sync: 0 })
      if (isSame) return 'none'
      const isUnpraised = Object.entries(joined.wins).some(
        ([id, at]) => !(id in memory.wins || id in joined.celebrated) && now() - at < MOMENT_MS,
      )
      return isUnpraised ? 'unpraised' : 'some'
    },
  }
}
