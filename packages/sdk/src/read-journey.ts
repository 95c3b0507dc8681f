import { loadJourney, type Loaded } from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import { hashOf, type RawJourney } from './fetch-journey.ts'

/** The journey for running, or `undefined`, and in development what the checker says of it. */
export function readJourney(raw: RawJourney, parts: Parts): Loaded | undefined {
  const { tell, isDevelopment, reporter, chunks } = parts
  const { journey, faults } = loadJourney(raw.value)
  const source = raw.source ?? JSON.stringify(raw.value, undefined, 2)
  if (isDevelopment) {
    // oxlint-disable-next-line promise/always-return -- told in the console, and no more
    chunks.check().then(
      ({ explainJourney }) => explainJourney(source),
      () => {},
    )
  }
  if (!journey) {
    tell('journey-invalid', faults.map(({ path, reason }) => `${path}: ${reason}`).join())
    return undefined
  }
  // A compiled journey names the source that it was made from.
  const hash = 'hash' in journey ? String(journey.hash) : hashOf(source)
  reporter.journey = { id: journey.id, hash }
  for (const { path, reason } of faults) {
    reporter.report({ name: 'journey_invalid', properties: { path, reason } })
  }
  return journey
}
