import type { MissingReason } from '@firstwin/schema'
import type { Action } from './shown.ts'

/** Anything the engine hears. */
export type Signal =
  /** Something may have changed: the route, a trait, the clock, a target, what the user is busy with. */
  | { type: 'check' }
  /** The host tracked an event. */
  | { type: 'event'; name: string }
  | { type: 'act'; action: Action }
  | { type: 'start'; id: string; step?: string }
  /** The user did to the target what the step waits for. */
  | { type: 'advance' }
  /** The target of the step under way has not been found for `waitedMs`. */
  | { type: 'missing'; reason: MissingReason; waitedMs: number }
  /** The host took the values of a setup (`true`), or its `apply` failed. */
  | { type: 'applied'; setup: string; values: Values; ok: boolean }

export type Values = Readonly<Record<string, string | number>>
