import type { SetupValues } from './setup-values.ts'
import type { Shown } from './shown.ts'

/** What one tab remembers until it is closed: plain JSON. */
export interface Session {
  id: string
  /** How many things came unasked. */
  interruptions: number
  /** When the last thing, or the checklist, was closed; 0 before the first. The gap runs from here. */
  quietSince: number
  current: Current | undefined
  /** The guide that the user asked for and that has not been seen yet: it may take the focus. */
  asked: string | undefined
}

/** What stands on the one place there is. The checklist is not in it: see `shown`. */
export interface Current {
  shown: Exclude<Shown, { kind: 'checklist' }>
  since: number
  /** The user asked for it, so it may take the focus. */
  requested: boolean
  /** Of a setup: what stands in its fields first. */
  form?: SetupValues
  /** The host refused the values of this setup. */
  failed?: boolean
}

export function newSession(id: string): Session {
  return { id, interruptions: 0, quietSince: 0, current: undefined, asked: undefined }
}
