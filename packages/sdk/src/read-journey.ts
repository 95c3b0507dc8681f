import { hashOf, isCompiled, type Loaded } from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import type { RawJourney } from './fetch-journey.ts'

/** The journey for running, or `undefined`; in development also what the checker says of it. */
export async function readJourney(raw: RawJourney, parts: Parts): Promise<Loaded | undefined> {
  const { tell, identity, chunks, reporter, listeners } = parts
  const compiled = isCompiled(raw.value) ? raw.value : undefined
  const { journey = compiled, faults = [] } = compiled ? {} : (await chunks.load()).load(raw.value)
  const source = raw.source ?? JSON.stringify(raw.value, undefined, 2)
  if (!compiled) tell('journey-checked', { source, userId: identity.userId })
  if (!journey) {
    tell('journey-invalid', faults[0])
    return undefined
  }
  // A compiled journey names the source that it was made from.
  reporter.journey = {
    journey: journey.id,
    journeyHash: compiled?.hash ?? hashOf(source),
  }
  for (const { path, reason } of faults) {
    const report = { name: 'journey_invalid', properties: { path, reason } } as const
    reporter.report(report.name, report.properties)
    listeners.emit(report)
  }
  return journey
}
