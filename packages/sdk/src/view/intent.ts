import type { Action } from '@firstwin/engine'
import { withLate } from './with-late.ts'

/**
 * Remembers whether the user asked us for the next thing: then it may take the focus. Doing anything
 * on the page in between takes that back.
 */
export interface Intent {
  note: (action: Action) => void
  forget: () => void
  /** Whether something was asked for; asked once, it is answered. */
  take: () => boolean
}

export function createIntent(): Intent {
  let asked = false
  return {
    note: (action) => withLate(({ leadsOn }) => (asked = leadsOn(action))),
    forget: () => (asked = false),
    take() {
      const answer = asked
      asked = false
      return answer
    },
  }
}
