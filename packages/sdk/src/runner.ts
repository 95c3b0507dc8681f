import {
  hearSignal,
  type Facts,
  type Loaded,
  type Outcome,
  type Signal,
  type Stage,
} from '@firstwin/engine'
import type { TextStore } from './report/text-store.ts'
import { createShelf } from './shelf.ts'

export interface RunnerOptions {
  journey: Loaded
  /** Keeps what users did, across sessions. */
  store: TextStore
  /** Keeps what this tab shows, until it is closed. */
  sessions: TextStore
  facts: () => Facts
  newId: () => string
  /** Fetches the rules of the stage; `undefined` where that fails. Never rejects. */
  fetchStage: () => Promise<Stage | undefined>
  tellOutcome: (outcome: Outcome) => void
}

/** Runs the engine for one user at a time, and keeps what it remembers on the device at once. */
export interface Runner {
  /** `at`: when it happened, if that is not now. */
  signal: (signal: Signal, at?: number) => void
  /** Whether the journey has something with this id that can be started. */
  knows: (id: string) => boolean
  /** Goes on as this user; `undefined` is the visitor without a name. */
  become: (userId: string | undefined) => void
  /** Forgets the present user and the visitor on this device. */
  forget: () => void
}

interface Heard {
  signal: Signal
  at?: number | undefined
}

export function createRunner(options: RunnerOptions): Runner {
  const { journey, facts, fetchStage, tellOutcome } = options
  const shelf = createShelf(options)
  const turns: Heard[] = []
  let stage: Stage | undefined
  /** The stage is on its way: what is heard meanwhile waits for it. */
  let isFetching = false
  let wasFetched = false
  let isRunning = false

  function take({ signal, at }: Heard): void {
    const now = facts()
    const world = { journey, stage, facts: at === undefined ? now : { ...now, now: at } }
    const outcome = hearSignal(shelf.read(), signal, world)
    shelf.write(outcome.state)
    if (outcome.wantsStage && !wasFetched) void fetchStageFor(signal)
    tellOutcome(outcome)
  }

  async function fetchStageFor(signal: Signal): Promise<void> {
    isFetching = true
    wasFetched = true
    stage = await fetchStage()
    isFetching = false
    // What only the stage understands was not heard the first time.
    turns.unshift({ signal: signal.type === 'event' ? { type: 'check' } : signal })
    run()
  }

  /** A callback of the host may signal again while a turn is being told: that waits for its end. */
  function run(): void {
    if (isRunning) return
    isRunning = true
    try {
      while (!isFetching && turns[0]) take(turns.shift() ?? turns[0])
    } finally {
      isRunning = false
    }
  }

  return {
    signal(signal, at) {
      turns.push({ signal, at })
      run()
    },
    knows: (id) =>
      [journey.guides, journey.setups, journey.surveys, journey.messages].some((list) =>
        list.some((part) => part.id === id),
      ),
    become: shelf.become,
    forget: shelf.forget,
  }
}
