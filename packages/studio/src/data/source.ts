import type { JourneySummary, Results, WinEntry } from '@firstwin/collector'

/** What came of a question to the collector. */
export type Answer<Value> =
  | { kind: 'ok'; value: Value }
  | { kind: 'sign-in' }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'unreachable' }

/** Why not: a code of the collector, and its English words for whoever runs it. */
export interface Refusal {
  code: string
  message: string
}

export interface LiveListener {
  onWin: (win: WinEntry) => void
  /** Called with `true` at each connection, so that what was missed can be asked for. */
  onConnected: (connected: boolean) => void
}

/** The journeys that anybody has started, and the script tag of the product if the collector knows it. */
export interface JourneyList {
  readonly journeys: readonly JourneySummary[]
  readonly scriptTag: string | undefined
}

/** Where the screen gets everything. Tests hand it plain objects. */
export interface Source {
  journeys: () => Promise<Answer<JourneyList>>
  results: (journey: string) => Promise<Answer<Results>>
  wins: (journey: string) => Promise<Answer<readonly WinEntry[]>>
  /** Listens until the function that it returns is called. */
  live: (journey: string, listener: LiveListener) => () => void
  /** Why it did not work; `undefined` if it did. */
  signIn: (readKey: string) => Promise<Refusal | undefined>
}
