import type { Target } from '@firstwin/schema'

/** What the engine judges by, besides what it remembers. Asked for at every turn. */
export interface Facts {
  /** Milliseconds since 1970, by the clock of the host. */
  now: number
  /** The path of the page: no query, no hash. */
  route: string
  /** Traits of the user and of their account. Never stored. */
  traits: Readonly<Record<string, unknown>>
  /** Whether the host has said who the user is. */
  identified: boolean
  /** What keeps the user busy, so that nothing comes unasked. */
  busy: readonly Busy[]
  /** Whether the target is on the page, to be seen, and not behind a modal dialog of the host. */
  isVisible: (target: Target) => boolean
}

export type Busy = 'typing' | 'host-dialog'
