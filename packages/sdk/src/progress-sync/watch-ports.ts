import type { Ports } from '../runner.ts'

/** Stands before the ports of a runner. */
export interface PortsWatch {
  /** What nobody asked for waits, praise too; what is under way goes on. */
  isQuiet: boolean
  /** Since somebody has come. Before, what a visitor did may not have become theirs yet. */
  hasTurned: boolean
  /** Called after each turn, when its state is on the device. */
  onTurn: (hasReported: boolean) => void
}

/**
 * Puts a watch before the ports. To the rules, quiet is as if a dialog of the host stood open: that
 * holds back what comes unasked, and nothing else.
 */
export function watchPorts(ports: Ports): PortsWatch {
  const before = { ...ports }
  const watch: PortsWatch = { isQuiet: false, hasTurned: false, onTurn: () => {} }
  ports.facts = (at) => {
    const facts = before.facts(at)
    return watch.isQuiet ? { ...facts, busy: [...facts.busy, 'host-dialog'] } : facts
  }
  ports.tellOutcome = (outcome, heard) => {
    before.tellOutcome(outcome, heard)
    watch.onTurn(outcome.reports.length > 0)
  }
  return watch
}
