import type { Guide } from '@firstwin/schema'
import type { GuideMemory } from './memory.ts'
import { own } from './own.ts'
import type { Turn } from './turn.ts'

/** Where a guide begins: at its first step, or where the user put it off until later. */
export function entryIndex({ memory }: Turn, guide: Guide): number {
  const found = own(memory.guides, guide.id)
  return indexOf(guide, found && isPutOff(found) ? found.step : undefined)
}

/** The place of a step in its guide; 0 for one that there is not. */
export function indexOf({ steps }: Guide, stepId: string | undefined): number {
  return Math.max(
    0,
    steps.findIndex(({ id }) => id === stepId),
  )
}

/** Whether the user said "later" to the guide, in whichever session. */
export function isPutOff(
  found: GuideMemory,
): found is Extract<GuideMemory, { status: 'dismissed' }> {
  return found.status === 'dismissed' && found.reason === 'later'
}
