import { acts } from './acts.ts'
import { hearSignal, type Outcome } from './hear-signal.ts'
import type { Signal } from './signal.ts'
import { stage } from './stage-rules.ts'
import type { State, World } from './turn.ts'

/** A turn with all of the rules: for those who need not count bytes. */
export function takeTurn(state: State, signal: Signal, world: World): Outcome {
  return hearSignal(state, signal, { ...world, stage, acts })
}
