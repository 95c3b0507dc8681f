import type { PathProgress, Shown } from '@firstwin/engine'

/** Where the user stands, for hosts that draw it themselves. */
export interface Progress {
  /** The path of this user with its tasks; `undefined` where none fits. */
  path: PathProgress | undefined
  /** When each win was reached, in ms since 1970, by id. */
  wins: Readonly<Record<string, number>>
  /** The one thing on screen. */
  shown: Shown | undefined
}
