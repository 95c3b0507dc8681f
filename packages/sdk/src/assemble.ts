import type { Chunks } from './chunks.ts'
import { createKeeping, type Keeping } from './consent.ts'
import { createIdentity, type Identity } from './identity.ts'
import { createListeners, type Listeners } from './listeners.ts'
import { createEarlyEvents, type EarlyEvents } from './early-events.ts'
import type { InitOptions } from './options.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { uuid7 } from './report/uuid7.ts'
import { createReporter, type Reporter } from './reporter.ts'
import { createTell, isLocal, type Tell } from './tell.ts'
import { ofDocument } from './node/of-document.ts'

/** Everything an instance is made of, before it has a journey. */
export interface Parts extends Keeping {
  /** What `init` was given; later calls change it in place, and everybody reads it when needed. */
  readonly settings: InitOptions
  readonly chunks: Chunks
  readonly tell: Tell
  /** The host lets developers look inside. */
  readonly mayInspect: boolean
  /** For what should not have happened: it stays with us, and is told. */
  readonly oops: (error: unknown) => void
  /** Milliseconds since 1970, by the clock of the host. While the page is looked at, no setting of
   * the clock changes it. */
  readonly now: () => number
  /** Sets that clock by the browser's, when the page is seen again. */
  readonly wind: () => void
  readonly newId: () => string
  readonly locale: () => string
  readonly identity: Identity
  readonly early: EarlyEvents
  readonly outbox: Outbox | undefined
  readonly reporter: Reporter
  readonly listeners: Listeners
}

/** So often may something go wrong in us before we take ourselves off the page. */
const MOST_ERRORS = 3

/**
 * Makes the parts and joins those that need no journey.
 * @param giveUp Called when too much has gone wrong.
 */
export function assemble(options: InitOptions, chunks: Chunks, giveUp: () => void): Parts {
  const settings = { ...options }
  const { debug = isLocal(location.hostname), inspect = debug } = settings
  const tell = createTell(isOn(debug), chunks.check)
  // A clock that is set while the page is looked at changes no duration. While it is not, a computer
  // may sleep, which the clock of performance does not count.
  let begun = 0
  const wind = (): void => {
    begun = Date.now() - performance.now()
  }
  wind()
  const now = (): number => settings.now?.() ?? Math.round(begun + performance.now())
  // Ids carry the real time, whatever clock the host shows: what waits is aged by it.
  const newId = (): string => uuid7(Date.now())
  const locale = (): string =>
    settings.locale ?? (ofDocument('documentElement').lang || navigator.language)

  const keeping = createKeeping(settings, () => tell('storage-blocked'))
  const identity = createIdentity(keeping.store, newId)
  let left = MOST_ERRORS
  const oops = (error: unknown): void => {
    left -= 1
    tell(left ? 'internal' : 'journey-interrupted', error)
    if (!left) giveUp()
  }
  const own = { ...keeping, settings, chunks, tell, oops, now, wind, newId, locale, identity }
  const outbox = settings.endpoint ? createOutbox(own) : undefined
  const reporter = createReporter({ ...own, outbox })
  const early = createEarlyEvents(keeping.store)
  return {
    ...own,
    mayInspect: isOn(inspect),
    early,
    outbox,
    reporter,
    listeners: createListeners(tell),
  }
}

/** In the tag everything is text. */
function isOn(option: boolean | string): boolean {
  return String(option) !== 'false'
}
