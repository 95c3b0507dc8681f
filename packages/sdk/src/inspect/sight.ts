import type { Facts, Loaded, Outcome } from '@firstwin/engine'
import type { Explanation } from '@firstwin/engine/explain'
import type { Desk, TabName } from './desk.ts'
import type { Entry } from './turn-log.ts'
import type { InspectWords } from './words/inspect-words.ts'

/** Everything that the inspector draws, as it is after the last turn. */
export interface Sight {
  words: InspectWords
  locale: string
  desk: Desk
  journey: Loaded
  latest: Pick<Outcome, 'state' | 'path' | 'view' | 'wakeAt'>
  facts: Facts
  user: { id: string | undefined; account: string | undefined; isGranted: boolean }
  /** Of everything in the journey, as it is now. */
  explain: () => readonly Explanation[]
  entries: readonly Entry[]
  isPaused: boolean
  filter: string
  /** The developer asked to forget the user, and is asked back. */
  isAsking: boolean
  /** What became of the last deed. */
  notice: string
  /** What the browser did not let us copy. */
  copyText: string | undefined
}

/** What the developer can do. */
export interface Deeds {
  close: () => void
  /** Changes how it stands. */
  place: (change: Partial<Desk>) => void
  choose: (tab: TabName) => void
  filter: (text: string) => void
  pause: () => void
  clear: () => void
  jump: (guide: string, step: string) => void
  begin: (task: string) => void
  /** Moves the clock of the rules on; back to real time with `undefined`. */
  move: (ms: number | undefined) => void
  ask: (isAsking: boolean) => void
  reset: () => void
  copy: () => void
}

/** What each part of the inspector is drawn from. */
export interface InspectProps {
  sight: Sight
  deeds: Deeds
}
