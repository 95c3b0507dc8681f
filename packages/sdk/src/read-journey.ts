import { isCompiled, type Loaded } from '@firstwin/engine'
import type { Parts } from './assemble.ts'
import type { RawJourney } from './fetch-journey.ts'

/** The journey for running, or `undefined`; in development also what the checker says of it. */
export async function readJourney(raw: RawJourney, parts: Parts): Promise<Loaded | undefined> {
  const { value } = raw
  if (!isCompiled(value)) return (await parts.chunks.load()).load(raw, parts)
  // It names the source that it was made from.
  parts.reporter.journey = { journey: value.id, journeyHash: value.hash }
  return value
}
