import type { WireEvent } from '@firstwin/schema'

/**
 * What a report is about, where stores are asked about it: `guide/step` of the steps that somebody
 * saw and completed, the id of the setups that they applied. Empty for all other events, and while a
 * developer was at it with the inspector.
 */
export function subjectOf(event: WireEvent): string {
  if (event.type !== 'track') return ''
  const { guide, step, setup, inspected } = event.properties ?? {}
  if (inspected === true) return ''
  switch (event.event) {
    case 'step_viewed':
    case 'step_completed':
      return isName(guide) && isName(step) ? `${guide}/${step}` : ''
    case 'setup_applied':
    case 'setup_undone':
      return isName(setup) ? setup : ''
    default:
      return ''
  }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
