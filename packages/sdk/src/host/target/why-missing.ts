import type { MissingReason, Target } from '@firstwin/schema'
import { firstSeen } from './first-seen.ts'
import { seek } from './seek.ts'

/** Why a target that is waited for cannot be pointed at now. */
export function whyMissing(target: Target): MissingReason {
  const { elements, fault } = seek(target)
  if (firstSeen(target, elements)) return 'covered'
  const nth = ('nth' in target && target.nth) || 0
  return fault ?? (elements[nth] ? 'hidden' : 'not-found')
}
