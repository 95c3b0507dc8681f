import type { Signal } from '@firstwin/engine'
import type { Explanation } from '@firstwin/engine/explain'
import { atom, type ReadableAtom } from 'nanostores'
import { assemble, type Parts } from './assemble.ts'
import type { Chunks } from './chunks.ts'
import { fetchJourney } from './fetch-journey.ts'
import { guard } from './host/guard.ts'
import { outsideZones } from './host/outside-zones.ts'
import type { Listeners } from './listeners.ts'
import type { Token } from './identity.ts'
import { checkOptions, type Consent, type Hooks, type InitOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { readJourney } from './read-journey.ts'
import { runJourney } from './run-journey.ts'
import type { Runner } from './runner.ts'
import type { Theme } from './scene.ts'

type Traits = Readonly<Record<string, unknown>>

/** A running Firstwin. No method ever throws; calling one late, twice or after `stop` is safe. */
export interface Firstwin extends Methods {
  /** What the user sees and has reached; `undefined` until the journey is loaded. */
  readonly progress: ReadableAtom<Progress | undefined>
  /** Takes everything off the page and stops listening. */
  readonly stop: () => void
}

interface Methods {
  /**
   * Who it is. What they did before as a visitor without a name is theirs from now on.
   * `token`: a short-lived JWT that says the same, or the function that fetches one, for a collector
   * that asks for it. It stays in memory, and goes to the endpoint only.
   */
  identify: (userId: string, traits?: Traits, options?: { token?: Token | undefined }) => void
  /** The customer that the user belongs to. */
  group: (accountId: string, traits?: Traits) => void
  /** Something happened in the product: the source of wins. */
  track: (name: string, properties?: Traits) => void
  /** Something changed that the page does not show: a route, the clock. All is judged anew. */
  page: () => void
  /** Shows a guide, setup, survey or message by its id, whatever the pressure rules say. */
  start: (id: string, options?: { step?: string }) => void
  /** Opens the checklist. */
  open: () => void
  close: () => void
  /** Why something is or is not shown, check by check; of everything without an id. */
  explain: (id?: string) => Promise<readonly Explanation[]>
  /** Hears a report by name, or every one with `*`; returns the function that stops it. */
  on: Listeners['on']
  setLocale: (locale: string) => void
  setTheme: (theme: Theme) => void
  setConsent: (consent: Consent) => void
  /** Gives or changes the hooks of `init`. */
  configure: (hooks: Hooks) => void
  /** On sign-out: forgets this user on this device. What is not sent yet still is. */
  reset: () => void
}

interface Core {
  readonly parts: Parts
  readonly signal: (signal: Signal, at?: number) => void
  /** Runs it now, or as soon as the journey is there. */
  readonly whenRunning: (run: (runner: Runner) => void) => void
}

/**
 * Joins the parts and runs the journey until `stop()`.
 * @throws {FirstwinSetupError} If the options cannot work. Nothing throws after this call.
 */
export function createFirstwin(options: InitOptions, chunks: Chunks): Firstwin {
  checkOptions(options)
  const waiting: ((runner: Runner) => void)[] = []
  const progress = atom<Progress | undefined>(undefined)
  let runner: Runner | undefined
  let end = new AbortController()

  const whenRunning: Core['whenRunning'] = (run) => {
    if (end.signal.aborted) return
    if (runner) run(runner)
    else waiting.push(run)
  }
  const parts = assemble(options, chunks, stop)
  const signal: Core['signal'] = (heard, at) => whenRunning((one) => one.signal(heard, at))

  async function boot(): Promise<void> {
    const raw = await fetchJourney(options, parts, end.signal)
    const journey = raw && (await readJourney(raw, parts))
    if (!journey || end.signal.aborted) return
    const onProgress = guard(
      (now: Progress) => progress.set(now),
      (error) => parts.tell('callback-threw', error),
    )
    const start = (): void => {
      end.abort()
      end = new AbortController()
      const context = { parts, signal, onProgress, restart: start, lifetime: end.signal }
      runner = runJourney(journey, context)
      runner.become(parts.identity.userId())
      hearEarly(parts, signal)
      signal({ type: 'check' })
      const inside = { ...context, journey, runner }
      if (parts.mayInspect) {
        chunks
          .door()
          .then(({ watchDoor }) => watchDoor(inside))
          .catch((error: unknown) => parts.tell('chunk-unreachable', error))
      }
    }
    start()
    for (const run of waiting.splice(0)) whenRunning(run)
  }
  void boot().catch(parts.oops)

  function stop(): void {
    end.abort()
    parts.outbox?.stop()
  }

  const core = { parts, signal, whenRunning }
  return {
    ...guardAll(
      { ...signalMethods(core), ...identityMethods(core), ...settingMethods(core) },
      parts,
    ),
    progress,
    stop,
  }
}

function signalMethods({ parts, signal, whenRunning }: Core) {
  const { settings, early, reporter, now, listeners } = parts
  return {
    track(name, properties = {}) {
      if (settings.forwardTracked) reporter.report(name, properties)
      early.add(name, now(), parts.identity.userId())
      whenRunning(() => hearEarly(parts, signal))
    },
    page: () => signal({ type: 'check' }),
    start: (id, options) => signal({ ...options, type: 'start', id }),
    explain: (id) => new Promise((resolve) => whenRunning((runner) => resolve(runner.explain(id)))),
    open: () => signal({ type: 'act', action: { do: 'open' } }),
    close: () => signal({ type: 'act', action: { do: 'close' } }),
    on: (name, listener) => listeners.on(name, listener),
  } satisfies Partial<Methods>
}

/** Gives the engine what was tracked before it was there, with the time at which it happened. */
function hearEarly({ early, identity }: Parts, signal: Core['signal']): void {
  for (const [name, at] of early.take(identity.userId())) signal({ type: 'event', name }, at)
}

function identityMethods({ parts, signal, whenRunning }: Core) {
  const { identity, reporter, sessions, tell } = parts
  const check = (): void => signal({ type: 'check' })
  return {
    identify(userId, traits = {}, { token } = {}) {
      if (typeof userId !== 'string' || !userId) {
        tell('identify-without-id', userId)
        return
      }
      if (identity.identify(userId, traits, token)) tell('identify-other-user')
      whenRunning((runner) => {
        // A later call may have named somebody else by the time the journey is there.
        if (identity.userId() !== userId) return
        reporter.introduce('identify', traits)
        runner.become(userId)
        hearEarly(parts, signal)
      })
      check()
    },
    group(accountId, traits = {}) {
      identity.group(accountId, traits)
      whenRunning(() => reporter.introduce('group', traits))
      check()
    },
    reset() {
      // By the time the journey is there somebody else may have signed in.
      const userId = identity.userId()
      identity.reset()
      for (const key of sessions.keys('fw:')) sessions.remove(key)
      whenRunning((runner) => runner.forget(userId))
      check()
    },
  } satisfies Partial<Methods>
}

function settingMethods({ parts, signal }: Core) {
  const { settings, outbox } = parts
  const change = (more: Partial<InitOptions>): void => {
    Object.assign(settings, more)
    signal({ type: 'check' })
  }
  return {
    setLocale: (locale) => change({ locale }),
    setTheme: (theme) => change({ theme: { ...settings.theme, ...theme } }),
    configure: change,
    setConsent(consent) {
      parts.setConsent(consent, parts.identity.anonymousId)
      outbox?.flush()
      change({})
    },
  } satisfies Partial<Methods>
}

/** Whatever goes wrong in us stays with us: the host's code runs on as if nothing had happened. */
function guardAll<All extends object>(methods: All, { oops }: Parts): All {
  const guarded: Record<string, unknown> = {}
  for (const [name, method] of Object.entries(methods)) {
    guarded[name] = guard((...args) => outsideZones(() => method(...args)), oops)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same names, each wrapped
  return guarded as All
}
