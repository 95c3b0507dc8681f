import { hashOf, type Loaded } from '@firstwin/engine'
import { loadJourney } from '@firstwin/engine/load'
import { parseTexts } from '@firstwin/schema/parse-texts'
import type { Parts } from './assemble.ts'
import type { RawJourney } from './fetch-journey.ts'

type LoadParts = Pick<Parts, 'tell' | 'identity' | 'reporter' | 'listeners'>

/** What the chunk for raw journeys does: a compiled one comes without it. */
export type Load = (raw: RawJourney, parts: LoadParts) => Loaded | undefined

/**
 * Leaves out what cannot be run, and reports it; parses the texts, as the compiler would have done.
 * `undefined`, and told, where nothing can be run.
 */
export const load: Load = ({ value, source }, { tell, identity, reporter, listeners }) => {
  const { journey, faults } = loadJourney(value)
  const text = source ?? JSON.stringify(value, undefined, 2)
  tell('journey-checked', { source: text, userId: identity.userId })
  if (!journey) {
    tell('journey-invalid', faults[0])
    return undefined
  }
  reporter.journey = { journey: journey.id, journeyHash: hashOf(text) }
  for (const { path, reason } of faults) {
    const report = { name: 'journey_invalid', properties: { path, reason } } as const
    reporter.report(report.name, report.properties)
    listeners.emit(report)
  }
  return parseTexts(journey)
}
