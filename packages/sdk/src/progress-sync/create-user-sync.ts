import { askToken } from '../ask-token.ts'
import type { SyncOptions } from '../progress-sync.ts'
import { hashOf } from '@firstwin/engine'
import { withTabLock } from '../host/tab-lock.ts'
import { memoryKey } from '../memory-key.ts'
import { createSyncer, type Syncer } from './create-syncer.ts'
import { createExchange } from './exchange.ts'
import type { ProgressPlace } from './progress-url.ts'
import { createSyncedMemory } from './synced-memory.ts'
import type { PortsWatch } from './watch-ports.ts'

interface UserSyncOptions extends SyncOptions {
  userId: string
  place: ProgressPlace
  watch: PortsWatch
}

/** What keeps the memory of one user. */
export interface UserSync {
  readonly userId: string
  readonly syncer: Syncer
}

/** So long does what nobody asked for wait for what other devices know. */
const PATIENCE_MS = 1_000
/** Whoever was answered on the page before need not wait again. */
const FRESH_MS = 60_000
const FRESH_KEY = 'fw:synced'

export function createUserSync(options: UserSyncOptions): UserSync {
  const { parts, userId, place, journey, signal, watch } = options
  const { identity, store, isGranted, now, newId } = parts
  const text = JSON.stringify(journey)
  const { windowed } = journey
  const isNamed = (event: string): boolean => text.includes(JSON.stringify(event))
  const syncer = createSyncer({
    memory: createSyncedMemory(memoryKey(journey.id, userId), {
      store,
      now,
      newId,
      windowed,
      isNamed,
    }),
    exchange: createExchange({
      place,
      fetch: (url, init) => fetch(url, init),
      timeout: (ms) => AbortSignal.timeout(ms),
      now: Date.now,
    }),
    journey: journey.id,
    token: () => askToken(identity),
    mayAsk: () => watch.hasTurned && isGranted() && identity.userId() === userId,
    // How long something waits does not depend on what the host shows.
    now: () => performance.now(),
    random: Math.random,
    schedule(run, ms) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    lock: (run) => withTabLock('fw:sync', run),
    onNews: () => signal({ type: 'check' }),
    onSettled: beQuiet(options),
  })
  return { userId, syncer }
}

/** Holds back what comes unasked, until what comes back is called, or for a second. */
function beQuiet({ parts, userId, watch, signal }: UserSyncOptions): () => void {
  const { sessions } = parts
  const name = hashOf(userId)
  const [whose, at] = sessions.get(FRESH_KEY)?.split(' ') ?? []
  watch.isQuiet = whose !== name || Date.now() - Number(at) > FRESH_MS

  function speak(): void {
    if (!watch.isQuiet) return
    watch.isQuiet = false
    signal({ type: 'check' })
  }
  const timer = setTimeout(speak, PATIENCE_MS)

  return () => {
    sessions.set(FRESH_KEY, `${name} ${Date.now()}`)
    clearTimeout(timer)
    speak()
  }
}
