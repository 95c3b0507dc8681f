import { loadJourney, type Fault, type Loaded } from '@firstwin/engine/load'
import { parseTexts } from '@firstwin/schema/parse-texts'

/** What the chunk for raw journeys does: a compiled one comes without it. */
export type Load = (value: unknown) => { journey: Loaded | undefined; faults: readonly Fault[] }

/** Leaves out what cannot be run, and parses the texts, as the compiler would have done. */
export const load: Load = (value) => {
  const { journey, faults } = loadJourney(value)
  return { journey: journey && parseTexts(journey), faults }
}
