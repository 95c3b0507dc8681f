import { activeGuide, enterStep, isPassed } from './guide-moves.ts'
import type { Turn } from './turn.ts'

/** The step before; one that the present page would lead on from at once is passed over. */
export function goBack(turn: Turn): void {
  const active = activeGuide(turn)
  if (!active) return
  const { guide, index } = active
  const before = guide.steps.slice(0, index).findLastIndex((step) => !isPassed(turn, step))
  if (before >= 0) enterStep(turn, guide, before)
}
