import type { Outcome } from './endpoint.ts'
import { inTime } from './in-time.ts'
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

export const NOTHING_HEARD: Outcome = { is: 'later', waitMs: 0, silent: true }

/** Makes the function that gives one batch to the endpoint, and says what became of it. */
export function createSend(give: Give, timeout?: (ms: number) => AbortSignal): Send {
  return (events, isLast) =>
    inTime((signal) => give(events, signal, isLast), timeout).catch(() => NOTHING_HEARD)
}
