import type { JourneySummary, Results, WinEntry } from '@firstwin/collector'
import type { Refusal, Source } from './source.ts'

/** As many as stand beside a path of five tasks. */
export const SHOWN_WINS = 7

/** What the screen shows: one of these. */
export type Screen =
  | { kind: 'loading' }
  | { kind: 'sign-in' }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'unreachable' }
  /** Nobody has started any journey yet. */
  | { kind: 'empty'; scriptTag: string | undefined }
  | Loaded

export interface Loaded {
  kind: 'loaded'
  journeys: readonly JourneySummary[]
  results: Results
  wins: readonly WinEntry[]
}

/** Asks for everything at once. `wanted` is the journey; the one with the latest event if empty. */
export async function loadScreen(source: Source, wanted: string): Promise<Screen> {
  const list = await source.journeys()
  if (list.kind !== 'ok') return list
  const { journeys, scriptTag } = list.value
  const chosen = journeys.find(({ id }) => id === wanted) ?? journeys[0]
  if (!chosen) return { kind: 'empty', scriptTag }
  const [results, wins] = await Promise.all([source.results(chosen.id), source.wins(chosen.id)])
  if (results.kind !== 'ok') return results
  if (wins.kind !== 'ok') return wins
  return { kind: 'loaded', journeys, results: results.value, wins: wins.value }
}

/** The screen with a win that has just come in, once. */
export function withWin(screen: Screen, win: WinEntry): Screen {
  if (screen.kind !== 'loaded' || screen.wins.some(({ id }) => id === win.id)) return screen
  return { ...screen, wins: [win, ...screen.wins].slice(0, SHOWN_WINS) }
}
