import {
  loadJourney,
  type EngineView,
  type Facts,
  type Loaded,
  type Signal,
} from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import type { Chunks } from './chunks.ts'
import { createConductor } from './conductor.ts'
import { hashOf, type RawJourney } from './fetch-journey.ts'
import { watchBusy } from './host/busy.ts'
import { watchRoute } from './host/location.ts'
import { watchPageLife } from './host/page-life.ts'
import { createRunner, type Runner } from './runner.ts'
import { createTargetWatch, type TargetWatch } from './target-watch.ts'

const IDENTIFY_WAIT_MS = 5000

export interface RunOptions {
  parts: Parts
  signal: (signal: Signal) => void
  onView: (view: EngineView) => void
  lifetime: AbortSignal
}

/** Runs a journey on this page until `lifetime` aborts: the engine on one side, the page on the other. */
export function runJourney(journey: Loaded, options: RunOptions): Runner {
  const { parts, signal, lifetime } = options
  const { hooks, stagehand, now, locale, tell } = parts
  const check = (): void => signal({ type: 'check' })
  const targets = createTargetWatch(check)
  const busyWith = watchBusy(check, lifetime)
  const { traits } = parts.identity
  const page = { hooks, stagehand, targets, now, locale, traits, tell }
  const conductor = createConductor({ ...page, journey, signal })
  const runner = createRunner({
    journey,
    memories: parts.store,
    sessions: parts.sessions,
    facts: () => ({ ...gatherFacts(parts, targets), busy: busyWith() }),
    newId: parts.newId,
    onOutcome(outcome) {
      for (const report of outcome.reports) {
        parts.reporter.report(report)
        parts.listeners.emit(report)
      }
      conductor.conduct(outcome)
      options.onView(outcome.view)
    },
  })
  watchPage(check, parts, lifetime)
  if (parts.isDevelopment && Object.keys(journey.audiences).length > 0) awaitIdentity(parts)
  lifetime.addEventListener('abort', () => {
    conductor.stop()
    targets.stop()
  })
  return runner
}

/** Without `identify` nobody is in an audience: the most common reason why nothing is shown. */
function awaitIdentity({ identity, tell }: Parts): void {
  setTimeout(() => {
    if (identity.userId() === undefined) tell('identify-missing')
  }, IDENTIFY_WAIT_MS)
}

/** The journey for running, or `undefined`, and in development what the checker says of it. */
export function readJourney(raw: RawJourney, parts: Parts, chunks: Chunks): Loaded | undefined {
  const { journey, faults } = loadJourney(raw.value)
  const source = raw.source ?? JSON.stringify(raw.value, undefined, 2)
  const { tell, isDevelopment, reporter } = parts
  const broken = faults.map(({ path, reason }) => `${path}: ${reason}`).join()
  if (!journey) tell('journey-invalid', broken)
  if (isDevelopment) void chunks.check().then(({ explainJourney }) => explainJourney(source))
  if (!journey) return undefined

  // A compiled journey names the source that it was made from.
  const hash = 'hash' in journey ? String(journey.hash) : hashOf(source)
  reporter.journey = { id: journey.id, hash }
  for (const { path, reason } of faults) {
    reporter.report({ name: 'journey_invalid', properties: { path, reason } })
  }
  return journey
}

function gatherFacts({ now, identity }: Parts, targets: TargetWatch): Omit<Facts, 'busy'> {
  return {
    now: now(),
    route: location.pathname,
    traits: identity.traits(),
    identified: identity.userId() !== undefined,
    isVisible: (target) => targets.find(target) !== undefined,
  }
}

function watchPage(check: () => void, { outbox, store }: Parts, lifetime: AbortSignal): void {
  watchRoute(check, lifetime)
  const onShow = (): void => {
    outbox?.flush()
    check()
  }
  watchPageLife({ onHide: () => outbox?.leave(), onShow }, lifetime)
  // Another tab went on with the same user.
  const onStorage = ({ key }: StorageEvent): void => {
    if (key?.startsWith('fw:') && !key.startsWith('fw:q:') && store.consent === 'granted') check()
  }
  window.addEventListener('storage', onStorage, { signal: lifetime })
}
