import {
  hearSignal,
  type Facts,
  type Loaded,
  type Memory,
  type Outcome,
  type Signal,
  type Stage,
  type Acts,
} from '@firstwin/engine'
import type { Explanation } from '@firstwin/engine/explain'
import type { Chunks } from './chunks.ts'
import type { TextStore } from './report/text-store.ts'
import { createShelf } from './shelf.ts'

export interface RunnerOptions {
  journey: Loaded
  /** Keeps what users did, across sessions. */
  store: TextStore
  /** Keeps what this tab shows, until it is closed. */
  sessions: TextStore
  newId: () => string
  lifetime: AbortSignal
  /** Fetches the rules that a page without anything to show does not need. Never rejects. */
  fetchRules: (wanted: 'stage' | 'acts') => Promise<Rules>
  /** Called when somebody has come. */
  onUser: () => void
  chunks: Pick<Chunks, 'explain'>
  /** Hears what should not have happened. */
  oops: (error: unknown) => void
  ports: Ports
}

/**
 * What the rules are judged by, and what hears of each turn. Looked up anew in every turn: the
 * inspector puts its own in front.
 */
export interface Ports {
  /** `at`: when it happened, if that is not now. */
  facts: (at?: number) => Facts
  tellOutcome: (outcome: Outcome, heard: Heard) => void
}

/** Runs the engine for one user at a time, and keeps what it remembers on the device at once. */
export interface Runner {
  readonly ports: Ports
  /** `at`: when it happened, if that is not now. */
  signal: (signal: Signal, at?: number) => void
  explain: (id: string | undefined) => Promise<readonly Explanation[]>
  /** Goes on as this user; `undefined` is the visitor without a name. */
  become: (userId: string | undefined) => void
  /** Forgets this user and the visitor on this device. */
  forget: (userId: string | undefined) => void
}

export interface Heard {
  signal: Signal
  /** When it happened, if that is not now. */
  at?: number | undefined
}

export interface Rules {
  stage?: Stage | undefined
  acts?: Acts | undefined
  /** Joins what a visitor did with what is known of the user; it comes with the acts. */
  merge?: ((user: Memory, visitor: Memory) => Memory) | undefined
}

export function createRunner(options: RunnerOptions): Runner {
  const { journey, ports, fetchRules, oops, lifetime } = options
  const shelf = createShelf({ ...options, ...ports })
  const turns: Heard[] = []
  const asked = new Set<string>()
  let rules: Rules = {}
  let fetching = 0
  let isRunning = false

  function take(heard: Heard): void {
    const world = { journey, ...rules, facts: ports.facts(heard.at) }
    const outcome = hearSignal(shelf.read(), heard.signal, world)
    shelf.write(outcome.state)
    const { wants } = outcome
    if (wants && !asked.has(wants)) void fetch(wants, heard)
    ports.tellOutcome(outcome, heard)
  }

  /** What is heard meanwhile waits, so that all is heard in order. */
  async function fetch(wanted: 'stage' | 'acts', { signal, at }: Heard): Promise<void> {
    asked.add(wanted)
    fetching += 1
    const fetched = await fetchRules(wanted)
    // Both may be under way at once: neither takes away what the other brought.
    rules = { ...rules, ...fetched }
    if (rules.merge) shelf.merge(rules.merge)
    fetching -= 1
    // An event has been counted; anything else was not heard without these rules.
    const again: Signal = signal.type === 'event' ? { type: 'check' } : signal
    if (rules[wanted]) turns.unshift({ signal: again, at })
    // The next signal that wants them asks once more.
    else asked.delete(wanted)
    run()
  }

  /** Nothing once it is over: what still comes belongs to whoever runs the journey then. */
  function pick(): Heard | undefined {
    return fetching > 0 || lifetime.aborted ? undefined : turns.shift()
  }

  /** A callback of the host may signal again while a turn is being told: that waits for its end. */
  function run(): void {
    if (isRunning) return
    isRunning = true
    try {
      for (let next = pick(); next; next = pick()) take(next)
    } catch (error) {
      oops(error)
    } finally {
      isRunning = false
    }
  }

  return {
    ports,
    signal(signal, at) {
      turns.push({ signal, at })
      run()
    },
    async explain(id) {
      const { explain } = await options.chunks.explain()
      return explain(shelf.read(), { journey, facts: ports.facts() }, id)
    },
    become(userId) {
      if (shelf.become(userId)) void fetch('acts', { signal: { type: 'check' } })
      options.onUser()
    },
    forget: shelf.forget,
  }
}
