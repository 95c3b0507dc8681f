import type { MissingReason, Target } from '@firstwin/schema'
import { isSeen } from './is-seen.ts'
import { seek } from './seek.ts'

/** Why a target that is waited for cannot be pointed at now. */
export function whyMissing(target: Target): MissingReason {
  const { elements, fault } = seek(target)
  const nth = ('nth' in target && target.nth) || 0
  if (elements.filter(isSeen)[nth]) return 'covered'
  return fault ?? (elements[nth] ? 'hidden' : 'not-found')
}
