import type { WireEvent, CompiledJourney, Report } from '@firstwin/schema'
import {
  emptyMemory,
  hearSignal,
  isCompiled,
  newSession,
  type Loaded,
  type Signal,
  type State,
} from '@firstwin/engine'

/** Something that the journey says of the past of somebody. */
export interface PastReport {
  readonly who: Who
  readonly at: number
  readonly report: Report
}

export type Who = Pick<WireEvent, 'userId' | 'anonymousId'>

export interface PastJourneys {
  add: (event: WireEvent, at: number) => void
  /** What would have been reported, had the journey been there from the start; person by person. */
  reports: (now: number) => Iterable<PastReport>
}

interface Moment {
  readonly at: number
  readonly event?: string | undefined
  readonly traits?: object | undefined
}

interface Past {
  readonly who: Who
  firstAt: number
  /** Events that a condition asks for, each in one number (see `pack`): there may be millions. */
  readonly events: number[]
  readonly traits: Moment[]
}

/**
 * Plays the past of people through the rules of the journey, as the page would have done. Keeps
 * what conditions ask for in memory, and of everything else nothing: rows may stand in any order.
 */
export function createPastJourneys(journey: CompiledJourney): PastJourneys {
  const names = askedEvents(journey)
  const people = new Map<string, Past>()

  return {
    add(event, at) {
      const { userId, anonymousId } = event
      const key = userId === undefined ? `a:${anonymousId}` : `u:${userId}`
      const past = people.get(key) ?? newPast({ userId, anonymousId }, at)
      people.set(key, past)
      past.firstAt = Math.min(past.firstAt, at)
      const index = event.type === 'track' ? names.indexOf(event.event) : -1
      if (index >= 0) past.events.push(pack(at, index))
      if (event.type === 'identify' && event.traits) past.traits.push({ at, traits: event.traits })
    },
    *reports(now) {
      for (const past of people.values()) {
        yield* replay(past.who, momentsOf(past, names), { journey, now })
      }
    },
  }
}

function newPast(who: Who, firstAt: number): Past {
  return { who, firstAt, events: [], traits: [] }
}

/** With a time in ms until the year 2248 a number holds this many names exactly. */
const MAX_NAMES = 1_024

/** Sorts by time. */
function pack(at: number, index: number): number {
  return at * MAX_NAMES + index
}

/** All moments of somebody, earliest first; the first one brings nothing but its time. */
function momentsOf({ firstAt, events, traits }: Past, names: readonly string[]): Moment[] {
  const heard = events.map((packed): Moment => {
    return { at: Math.floor(packed / MAX_NAMES), event: names[packed % MAX_NAMES] }
  })
  return [{ at: firstAt }, ...traits, ...heard].toSorted((one, other) => one.at - other.at)
}

/** Every name under a key `event`, which is what conditions call it. */
function askedEvents(journey: unknown): string[] {
  const names = new Set<string>()
  JSON.stringify(journey, (key, value: unknown) => {
    if (key === 'event' && typeof value === 'string') names.add(value)
    return value
  })
  return [...names].slice(0, MAX_NAMES)
}

/** Time alone may reach wins; one that asked to be looked at for ever would hold up all others. */
const MAX_LOOKS = 1_000

interface Stage {
  readonly journey: unknown
  /** Ms since 1970. */
  readonly now: number
}

function* replay(
  who: Who,
  moments: readonly Moment[],
  { journey, now }: Stage,
): Iterable<PastReport> {
  if (!isCompiled(journey)) return
  const traits: Record<string, unknown> = {}
  let state: State = { memory: emptyMemory(moments[0]?.at ?? now), session: newSession('import') }
  let looks = 0
  for (const [index, moment] of moments.entries()) {
    Object.assign(traits, moment.traits)
    const until = moments[index + 1]?.at ?? now
    let { at } = moment
    let { event } = moment
    while (at <= until && looks < MAX_LOOKS) {
      const turn = hear({ state, traits, at, event }, journey)
      for (const report of turn.reports) yield { who, at, report }
      state = turn.state
      at = turn.wakeAt
      event = undefined
      looks += at <= until ? 1 : 0
    }
  }
}

interface Heard {
  readonly state: State
  readonly traits: Readonly<Record<string, unknown>>
  readonly at: number
  readonly event: string | undefined
}

function hear({ state, traits, at, event }: Heard, journey: Loaded) {
  const signal: Signal = event === undefined ? { type: 'check' } : { type: 'event', name: event }
  const looks = { route: '', identified: true, busy: [], isVisible: () => false }
  return hearSignal(state, signal, { journey, facts: { ...looks, now: at, traits } })
}
