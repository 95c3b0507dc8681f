import type { Facts, Loaded, Outcome, Signal } from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import { guard } from './host/guard.ts'
import { currentRoute, watchRoute } from './host/location.ts'
import { watchPageLife } from './host/page-life.ts'
import { createRunner, type Heard, type Ports, type Rules, type Runner } from './runner.ts'
import type { Progress } from './progress.ts'
import type { Show } from './show.ts'

export interface RunOptions {
  parts: Parts
  signal: (signal: Signal) => void
  onProgress: (progress: Progress) => void
  /** Begins anew: the page has taken every listener of ours with it. */
  restart: () => void
  lifetime: AbortSignal
}

/** Browsers wrap longer timers around to 0. */
const MAX_TIMER_MS = 0x7fffffff
const MIN_TIMER_MS = 50

/** Runs a journey on this page until `lifetime` aborts: the engine on one side, the page on the other. */
export function runJourney(journey: Loaded, options: RunOptions): Runner {
  const { parts, signal, lifetime } = options
  // Called from the host's own calls (of its router) as well.
  const check = guard(() => signal({ type: 'check' }), parts.oops)
  const setAlarm = createAlarm(check, parts.now, lifetime)
  const ports: Ports = { facts: (at) => gatherFacts(parts, show, at), tellOutcome }
  let show: Show | undefined
  let syncing: Promise<unknown> | undefined

  async function fetchRules(wanted: 'stage' | 'acts' | 'sync'): Promise<Rules> {
    try {
      if (wanted === 'sync') {
        const { startSync } = await parts.chunks.sync()
        startSync({ ...options, journey, ports })
        return {}
      }
      const chunk = await parts.chunks.show()
      // It decides what may be shown before there is an answer.
      await syncing
      if (wanted === 'acts') {
        const { acts, mergeMemory } = await chunk.fetchActs()
        return { acts, merge: mergeMemory }
      }
      const start = guard(chunk.startShow, parts.oops)
      if (!lifetime.aborted) show = start({ ...parts, ...options, journey })
    } catch (error) {
      parts.tell('chunk-unreachable', error)
    }
    return { stage: show?.stage }
  }

  function tellOutcome(outcome: Outcome, { at }: Heard): void {
    const { state, path, reports, view, wakeAt, effects } = outcome
    for (const report of reports) {
      parts.reporter.report(report.name, report.properties, at)
      parts.listeners.emit(report)
    }
    // A callback of the host may have stopped us.
    if (lifetime.aborted) return
    if (view) show?.conduct(view, effects)
    setAlarm(wakeAt)
    options.onProgress({ path, wins: state.memory.wins, shown: view?.shown })
  }

  watchPage(check, parts, lifetime)
  const onUser = (): void => {
    // Where a token says who it is, their other devices know more.
    if (parts.identity.token()) syncing = fetchRules('sync')
  }
  return createRunner({ ...parts, journey, fetchRules, onUser, lifetime, ports })
}

/** Time alone changes some answers; one timer for the next such moment is all there is. */
function createAlarm(ring: () => void, now: () => number, lifetime: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined
  lifetime.addEventListener('abort', () => clearTimeout(timer))
  return (at: number): void => {
    clearTimeout(timer)
    const delay = Math.min(Math.max(at - now(), MIN_TIMER_MS), MAX_TIMER_MS)
    if (at < Number.POSITIVE_INFINITY) timer = setTimeout(ring, delay)
  }
}

/** Where nothing is shown yet nobody can be interrupted, and no element is looked for. */
function gatherFacts({ now, identity }: Parts, show: Show | undefined, at = now()): Facts {
  return {
    now: at,
    route: currentRoute(),
    traits: identity.traits(),
    identified: identity.userId() !== undefined,
    busy: show?.busy() ?? [],
    isVisible: (target) => show?.isVisible(target) ?? false,
  }
}

/** Also when another tab went on with the same user: what it sends is no news. */
function watchPage(check: () => void, parts: Parts, lifetime: AbortSignal): void {
  watchRoute(check, parts.chunks.history, lifetime)
  watchPageLife((event) => {
    if (!('key' in event)) {
      parts.wind()
      // What sends may not have come while the device was offline.
      parts.outbox?.flush()
    } else if (!/^fw:(?!q)/.test(String(event.key))) return
    check()
  }, lifetime)
}
