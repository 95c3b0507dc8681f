import type {
  Observation,
  PersonResult,
  Results,
  Stop,
  TierResult,
  WinEntry,
} from '@firstwin/collector'
import type { Answer, LiveListener, Refusal, Source } from '../src/data/source.ts'

const MINUTE = 60_000
export const NOW = Date.UTC(2026, 10, 22, 3)

/** A tier in which these people took so many minutes; those with `open` are still on the way. */
export function tierOf(
  tier: TierResult['tier'],
  minutes: readonly (number | { open: number })[],
): TierResult {
  const people = minutes.map((one, index) => personOf(one, index))
  const times = people.filter(({ reached }) => reached).map(({ ms }) => ms)
  const half = times[Math.ceil(people.length / 2) - 1]
  return {
    tier,
    started: people.length,
    reached: times.length,
    open: people.length - times.length,
    median: half === undefined ? undefined : { ms: half, lowMs: half / 2, highMs: half * 2 },
    curve: [0, ...times].map((ms, index) => {
      const share = index / Math.max(1, people.length)
      return { ms, share, low: share / 2, high: (1 + share) / 2, atRisk: people.length - index }
    }),
    people,
  }
}

function personOf(one: number | { open: number }, index: number): PersonResult {
  const reached = typeof one === 'number'
  const { ms }: Pick<Observation, 'ms'> = { ms: (reached ? one : one.open) * MINUTE }
  return {
    id: `u${index + 1}`,
    known: true,
    name: index === 0 ? 'Mei Sato' : undefined,
    reached,
    ms,
    win: reached ? 'first-mail-sent' : undefined,
    measuredBy: 'collector',
    deviceMs: undefined,
  }
}

export function stop(kind: Stop['kind'], task: string, people: number): Stop {
  return { kind, task, people, fromPreviousMs: kind === 'start' ? undefined : 90_000 }
}

export function resultsOf(tiers: readonly TierResult[]): Results {
  const stops = [stop('start', '', 9), stop('task', 'send-first-mail', 6), stop('end', '', 6)]
  return {
    journey: 'mail-tool',
    now: NOW,
    titles: {
      locale: 'en',
      wins: { 'first-mail-sent': { en: 'Your first mail is on its way', ja: '最初の一通' } },
      tasks: { 'send-first-mail': { en: 'Send it', ja: '送信する' } },
      paths: {},
    },
    tiers,
    paths: [{ path: 'first-mail', stops }],
  }
}

export function winOf(id: string, name: string): WinEntry {
  return {
    id,
    win: 'first-mail-sent',
    tier: 'first-strike',
    at: NOW - 2 * MINUTE,
    person: { id, known: true, name },
    ttvMs: 6 * MINUTE,
  }
}

/** A collector that says what is set here, and lets the test send wins. */
export function createFakeSource() {
  const listeners = new Set<LiveListener>()
  const state = {
    results: { kind: 'ok', value: resultsOf([]) } as Answer<Results>,
    journeys: ['mail-tool'],
    scriptTag: undefined as string | undefined,
    wins: [] as readonly WinEntry[],
    signInProblem: undefined as Refusal | undefined,
  }
  const source: Source = {
    journeys: async () => ({
      kind: 'ok',
      value: {
        journeys: state.journeys.map((id) => ({ id, latestAt: NOW })),
        scriptTag: state.scriptTag,
      },
    }),
    results: async () => state.results,
    wins: async () => ({ kind: 'ok', value: state.wins }),
    live: (_journey, listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    signIn: async () => state.signInProblem,
  }
  return { source, state, listeners }
}
