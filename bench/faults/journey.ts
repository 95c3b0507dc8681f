import { compileJourney, formatIssues } from '@firstwin/schema'

/** One win, reached by the first event that a page tracks. Nothing is shown. */
const SOURCE = JSON.stringify({
  format: 1,
  id: 'faults',
  locale: 'en',
  clock: { start: 'first-seen' },
  wins: [
    { id: 'done-once', tier: 'first-strike', title: 'Done once', when: { event: 'bench.done' } },
  ],
})

/** @throws {Error} If the checker refuses it. */
export function compileSmallJourney(): string {
  const result = compileJourney(SOURCE)
  if (!result.ok) throw new Error(formatIssues(result.issues, 'faults.journey.json'))
  return JSON.stringify(result.journey)
}
