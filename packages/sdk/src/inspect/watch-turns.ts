import type { Outcome } from '@firstwin/engine'
import type { Heard, Ports } from '../runner.ts'

export interface WatchOptions {
  /** How far the clock of the rules is ahead of the host's, in milliseconds. */
  movedMs: () => number
  /** What is put to the properties of each report; nothing while the developer only looks. */
  mark: () => object | undefined
  hear: (outcome: Outcome, heard: Heard) => void
}

/**
 * Stands before the ports of the runner until `lifetime` aborts: moves the time that the rules are
 * given, marks the reports, and hears of each turn after it was carried out. Reports keep the real
 * time, because they are stamped behind the ports; so are timers set by it.
 */
export function watchTurns(ports: Ports, options: WatchOptions, lifetime: AbortSignal): void {
  const before = { ...ports }
  const { movedMs, mark, hear } = options
  ports.facts = (at) => {
    const facts = before.facts(at)
    return { ...facts, now: facts.now + movedMs() }
  }
  ports.tellOutcome = (outcome, heard) => {
    const reports = outcome.reports.map((report) =>
      Object.assign({}, report, { properties: Object.assign({}, report.properties, mark()) }),
    )
    before.tellOutcome({ ...outcome, reports, wakeAt: outcome.wakeAt - movedMs() }, heard)
    hear(outcome, heard)
  }
  lifetime.addEventListener('abort', () => Object.assign(ports, before))
}
