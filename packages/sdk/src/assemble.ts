import type { Action } from '@firstwin/engine'
import type { Chunks } from './chunks.ts'
import { goTo } from './conductor.ts'
import { createConsentStore, type ConsentStore } from './consent.ts'
import { createStorage } from './host/storage.ts'
import { withTabLock } from './host/tab-lock.ts'
import { createIdentity, type Identity } from './identity.ts'
import { createListeners, type Listeners } from './listeners.ts'
import type { Hooks, InitOptions } from './options.ts'
import { createQueue, type Queue } from './report/event-queue.ts'
import { createSend } from './report/send-batch.ts'
import { uuid7 } from './report/uuid7.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { createStagehand, type Stagehand } from './stagehand.ts'
import { createTell, isLocal, type Tell } from './tell.ts'

/** Everything an instance is made of, before it has a journey. */
export interface Parts {
  readonly isDevelopment: boolean
  readonly tell: Tell
  readonly hooks: Hooks
  readonly now: () => number
  readonly newId: () => string
  readonly locale: () => string
  readonly setLocale: (locale: string) => void
  readonly store: ConsentStore
  readonly sessions: ConsentStore
  readonly identity: Identity
  readonly queue: Queue | undefined
  readonly reporter: Reporter
  readonly listeners: Listeners
  readonly stagehand: Stagehand
}

/** Makes the parts and joins those that need no journey. `act` is what views send back. */
export function assemble(
  options: InitOptions,
  chunks: Chunks,
  act: (action: Action) => void,
): Parts {
  const { debug, consent = 'granted', theme = {}, container, ...hooks } = options
  const isDevelopment = debug ?? isLocal(location.hostname)
  const tell = createTell(isDevelopment, chunks.check)
  const now = (): number => hooks.now?.() ?? Date.now()
  // Ids carry the real time, whatever clock the host shows: what waits is aged by it.
  const newId = (): string => uuid7(Date.now())
  let chosen = options.locale
  const locale = (): string => chosen ?? (document.documentElement.lang || navigator.language)

  const onBlocked = (): void => tell('storage-blocked')
  const store = createConsentStore(createStorage('localStorage', onBlocked), consent)
  const sessions = createConsentStore(createStorage('sessionStorage', onBlocked), consent)
  const identity = createIdentity(store, newId)
  const queue = createEventQueue({ options, store, now, tell })
  const path = (): string => location.pathname
  const redact = (): Hooks['redact'] => hooks.redact
  const parts = { identity, queue, sessions, newId, now, locale, path, redact }
  const follow = (href: string): void => goTo(href, hooks, tell)
  return {
    ...parts,
    isDevelopment,
    tell,
    hooks,
    store,
    setLocale: (next) => void (chosen = next),
    reporter: createReporter(parts),
    listeners: createListeners(tell),
    stagehand: createStagehand({ chunks, theme, container, act, follow, now, tell }),
  }
}

interface QueueParts {
  options: InitOptions
  store: ConsentStore
  now: () => number
  tell: Tell
}

function createEventQueue({ options, store, now, tell }: QueueParts): Queue | undefined {
  const { endpoint, key } = options
  if (endpoint === undefined || store.consent === 'denied') return undefined
  const post = createSend({ endpoint, key, now, fetch: (url, init) => fetch(url, init) })
  return createQueue({
    storage: store,
    prefix: 'fw:',
    now: Date.now,
    random: Math.random,
    send: async (events) => {
      const outcome = await post(events)
      if (outcome !== 'accepted') tell('endpoint-unreachable', outcome)
      return outcome
    },
    schedule(run, delayMs) {
      const timer = setTimeout(run, delayMs)
      return () => clearTimeout(timer)
    },
    lock: (run) => (store.consent === 'granted' ? withTabLock('fw:send', run) : Promise.resolve()),
  })
}
