import type { Outcome } from './endpoint.ts'
import type { WireEvent } from './wire-event.ts'

/** Gives one batch to an endpoint. May throw, reject, or never settle: then there was no answer. */
export type Give = (
  events: readonly WireEvent[],
  /** Aborts when there is no more time for an answer. */
  signal: AbortSignal,
  /** The page may be gone before there is one. */
  isLast: boolean,
) => Promise<Outcome>

/** Never rejects: a failed request is an outcome. `isLast`: the page may be gone afterwards. */
export type Send = (events: readonly WireEvent[], isLast: boolean) => Promise<Outcome>

const TIMEOUT_MS = 10_000
const NOTHING_HEARD: Outcome = { is: 'later', waitMs: 0, silent: true }

/** Makes the function that gives one batch to the endpoint, and says what became of it. */
export function createSend(give: Give, timeout = (ms: number) => AbortSignal.timeout(ms)): Send {
  async function ask(events: readonly WireEvent[], isLast: boolean): Promise<Outcome> {
    const signal = timeout(TIMEOUT_MS)
    const outOfTime = new Promise<Outcome>((resolve) => {
      signal.addEventListener('abort', () => resolve(NOTHING_HEARD))
    })
    // A race, because a fetch that the host has patched may never settle, whatever the signal says.
    return await Promise.race([give(events, signal, isLast), outOfTime])
  }

  return (events, isLast) => ask(events, isLast).catch(() => NOTHING_HEARD)
}
