import { pathProgress } from './path-progress.ts'
import type { Turn } from './turn.ts'

/** Whether the checklist stands unfolded; it does not where no path is shown to this user. */
export function isUnfolded(turn: Turn): boolean {
  return turn.memory.checklist === 'open' && pathProgress(turn) !== undefined
}
