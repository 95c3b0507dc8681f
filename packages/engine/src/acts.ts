import { act } from './act.ts'
import { hearApplied, hearMissing } from './hear-outcome.ts'
import type { Acts } from './hear-signal.ts'
import { startById } from './start.ts'

/** What the user does to the thing that is shown, what came of it, and what is asked for by id. */
export const acts: Acts = (turn, signal) => {
  if (signal.type === 'act') act(turn, signal.action)
  if (signal.type === 'start') startById(turn, signal.id, signal.step)
  if (signal.type === 'applied') hearApplied(turn, signal)
  if (signal.type === 'missing') hearMissing(turn, signal)
}

export { mergeMemory } from './merge-memory.ts'
