import { act } from './act.ts'
import type { Acts } from './hear-signal.ts'
import { startById } from './start.ts'

/** What the user does to the thing that is shown, and what is asked for by id. */
export const acts: Acts = (turn, signal) => {
  if (signal.type === 'act') act(turn, signal.action)
  if (signal.type === 'start') startById(turn, signal.id, signal.step)
}

export { mergeMemory } from './merge-memory.ts'
