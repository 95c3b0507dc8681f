import type { Target } from '@firstwin/schema'

/** What the engine judges by, besides what it remembers. Asked for at every turn. */
export interface Facts {
  /** Milliseconds since 1970, by the clock of the host. */
  now: number
  /** The path of the page: no query, no hash. The path in the hash, where the host routes by that. */
  route: string
  /** Traits of the user and of their account. Never stored. */
  traits: Readonly<Record<string, unknown>>
  /** Whether the host has said who the user is. */
  identified: boolean
  /** What keeps the user busy, so that nothing comes unasked. */
  busy: readonly Busy[]
  /**
   * Whether a step may point at the target: it is on the page, drawn, not covered, and not behind a
   * modal dialog of the host. Of the step that stands already the last two are not asked.
   */
  isVisible: (target: Target) => boolean
}

export type Busy = 'typing' | 'host-dialog'
