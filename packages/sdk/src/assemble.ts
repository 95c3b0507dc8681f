import type { Action } from '@firstwin/engine'
import type { Chunks } from './chunks.ts'
import { goTo } from './conductor.ts'
import { createConsentStore, type ConsentStore } from './consent.ts'
import { createStorage } from './host/storage.ts'
import { createIdentity, type Identity } from './identity.ts'
import { createListeners, type Listeners } from './listeners.ts'
import type { Hooks, InitOptions } from './options.ts'
import { createOutbox, type Outbox } from './outbox.ts'
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
  readonly outbox: Outbox | undefined
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
  const outbox = createOutboxOf({ options, chunks, store, now, tell })
  const path = (): string => location.pathname
  const redact = (): Hooks['redact'] => hooks.redact
  const parts = { identity, outbox, sessions, newId, now, locale, path, redact }
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

interface OutboxParts {
  options: InitOptions
  chunks: Chunks
  store: ConsentStore
  now: () => number
  tell: Tell
}

function createOutboxOf({ options, chunks, store, now, tell }: OutboxParts): Outbox | undefined {
  const { endpoint, key } = options
  if (endpoint === undefined) return undefined
  return createOutbox({
    endpoint,
    key,
    store,
    now,
    mayLeave: () => store.consent === 'granted',
    onTrouble: (outcome) => tell('endpoint-unreachable', outcome),
    load: chunks.deliver,
    onMissing: (error) => tell('chunk-unreachable', error),
  })
}
