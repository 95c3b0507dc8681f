import { MOST } from './bounds.ts'
import type { Outcome } from './endpoint.ts'
import { isForFewer, type Batch, type EventStore } from './event-store.ts'
import type { Failures } from './failures.ts'

/** A batch that was sent, by this queue or the one before it. */
export type Given = Pick<Batch, 'keys' | 'dropped'>

/** How a queue goes on. */
export interface Course {
  /** Events in the next batch: fewer while the endpoint takes no more at once. */
  most: number
  /** Nothing more from this page. */
  isStopped: boolean
  /**
   * Puts into effect what became of a batch.
   *
   * @returns How long to wait before sending more, in milliseconds.
   */
  readonly follow: (batch: Given, outcome: Outcome) => number
}

export function createCourse(store: EventStore, failures: Failures): Course {
  let isTokenRefused = false
  const course: Course = {
    most: MOST,
    isStopped: false,
    follow(batch, outcome) {
      store.settle(batch, outcome)
      if (outcome.is === 'denied') course.isStopped = true
      // A second time in a row no new token was the remedy: at once again would be for ever.
      const isTokenAgain = outcome.is === 'token' && isTokenRefused
      isTokenRefused = outcome.is === 'token'
      if (outcome.is === 'later' || isTokenAgain) {
        const isSilent = outcome.is === 'later' && outcome.silent
        return Math.max(failures.add(isSilent), store.pauseMs())
      }
      failures.end()
      if (isForFewer(outcome.is)) course.most = Math.ceil(batch.keys.length / 2)
      return 0
    },
  }
  return course
}
