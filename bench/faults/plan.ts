import type { Engine } from './browsers/browser.ts'
import type { Kind } from './kind.ts'
import { createRandom } from './random.ts'

/** One fault of a run. */
export interface Fault {
  /** As `f12`. */
  readonly id: string
  readonly kind: Kind
  readonly engine: Engine
  /** How many events are to be tracked, roughly: some kinds share them among tabs. */
  readonly events: number
  readonly seed: number
}

export interface PlanOptions {
  readonly seed: number
  /** In this order. */
  readonly engines: readonly Engine[]
  readonly kinds: readonly Kind[]
  /** How often each kind comes in this engine. */
  readonly times: (kind: Kind, engine: Engine) => number
  /** The fewest and the most events of one fault. */
  readonly events: readonly [number, number]
}

/** The same options give the same plan. */
export function makePlan(options: PlanOptions): readonly Fault[] {
  const random = createRandom(options.seed)
  const [fewest, most] = options.events
  const faults: Fault[] = []
  for (const engine of options.engines) {
    for (const kind of options.kinds.filter(({ engines }) => engines.includes(engine))) {
      for (let time = 0; time < options.times(kind, engine); time += 1) {
        const id = `f${faults.length + 1}`
        const events = random.between(fewest, most)
        faults.push({ id, kind, engine, events, seed: random.between(0, 2 ** 31) })
      }
    }
  }
  return faults
}
