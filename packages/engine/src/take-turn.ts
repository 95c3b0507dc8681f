import { acts } from './acts.ts'
import { hearSignal, type Outcome } from './hear-signal.ts'
import type { Signal } from './signal.ts'
import { stage } from './stage-rules.ts'
import type { State, World } from './turn.ts'
import type { EngineView } from './view.ts'

/** What a turn with all of the rules led to. */
export interface FullOutcome extends Outcome {
  view: EngineView
}

/** A turn with all of the rules: for those who need not count bytes. */
export function takeTurn(state: State, signal: Signal, world: World): FullOutcome {
  const outcome = hearSignal(state, signal, { ...world, stage, acts })
  if (!outcome.view) throw new Error('A turn on a stage has a view.')
  return { ...outcome, view: outcome.view }
}
