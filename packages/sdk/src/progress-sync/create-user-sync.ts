import { askToken } from '../ask-token.ts'
import type { SyncOptions } from '../progress-sync.ts'
import { hashOf } from '@firstwin/engine'
import { withTabLock } from '../host/tab-lock.ts'
import { memoryKey } from '../memory-key.ts'
import { createSyncer, type Syncer } from './create-syncer.ts'
import { createExchange } from './exchange.ts'
import type { ProgressPlace } from './progress-url.ts'
import { createSyncedMemory, type News } from './synced-memory.ts'
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
/** So long does praise for a win of another device wait for that one's own. Two requests fit in. */
const POLITENESS_MS = 7_000
/** Whoever was answered on the page before need not wait again. */
const FRESH_MS = 60_000
const FRESH_KEY = 'fw:synced'

export function createUserSync(options: UserSyncOptions): UserSync {
  const { parts, userId, place, journey, signal, watch } = options
  const { identity, store, isGranted, now, newId } = parts
  const text = JSON.stringify(journey)
  const { windowed } = journey
  const isNamed = (event: string): boolean => text.includes(JSON.stringify(event))
  const key = memoryKey(journey.id, userId)
  const quiet = createQuiet(options)
  if (!isFresh(options)) quiet.begin(PATIENCE_MS)
  let isPolite = false

  function hear(news: News): void {
    keepFresh(options)
    const isFirst = news === 'unpraised' && !isPolite
    isPolite = isFirst
    if (isFirst) quiet.begin(POLITENESS_MS)
    else quiet.end()
    if (isFirst) syncer.ask()
    if (news !== 'none') signal({ type: 'check' })
  }

  const syncer = createSyncer({
    memory: createSyncedMemory(key, { store, now, newId, windowed, isNamed }),
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
    onAnswer: hear,
  })
  return { userId, syncer }
}

/** Holds back what comes unasked, for so long at most. */
function createQuiet({ watch, signal }: UserSyncOptions) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function end(): void {
    clearTimeout(timer)
    if (!watch.isQuiet) return
    watch.isQuiet = false
    signal({ type: 'check' })
  }

  return {
    end,
    begin(ms: number): void {
      clearTimeout(timer)
      watch.isQuiet = true
      timer = setTimeout(end, ms)
    },
  }
}

function isFresh({ parts, userId }: UserSyncOptions): boolean {
  const [whose, at] = parts.sessions.get(FRESH_KEY)?.split(' ') ?? []
  return whose === hashOf(userId) && Date.now() - Number(at) < FRESH_MS
}

function keepFresh({ parts, userId }: UserSyncOptions): void {
  parts.sessions.set(FRESH_KEY, `${hashOf(userId)} ${Date.now()}`)
}
