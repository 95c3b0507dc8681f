import type { Journey, JsonObject, WireEvent } from '@firstwin/schema'

/** Gives an event back with names that are among those known, as far as there is room for more. */
export type CapEvent = (event: WireEvent) => WireEvent

/** Stands for all names for which there was no room. */
export const OTHER = 'other'

/** Of a product. A large one has dozens. */
const MAX_JOURNEYS = 200
/** Of a journey: wins, paths and tasks, each. */
const MAX_PARTS = 500

/** What results are made of, and menus. */
const MILESTONES = new Set(['journey_started', 'path_completed', 'task_completed', 'win_reached'])
const ORIGINALS = { win: 'originalWin', path: 'originalPath', task: 'originalTask' } as const
const PARTS = ['win', 'path', 'task'] as const

type Parts = Readonly<Record<(typeof PARTS)[number], Set<string>>>

/**
 * Bounds how many journeys, wins, paths and tasks reports can bring into results: everybody has the
 * key that sends them. Those of the journeys that the collector was given are always known. Beyond
 * the bounds a name becomes `other`, and stays readable as `originalWin` and so on.
 */
export function createCapJourneys(journeys: readonly Journey[]): CapEvent {
  const known = new Map(journeys.map((journey) => [journey.id, partsOf(journey)]))
  known.set(OTHER, noParts())

  return (event) => {
    if (event.type !== 'track' || !MILESTONES.has(event.event)) return event
    const { properties = {} } = event
    const id = properties['journey']
    if (typeof id !== 'string') return event
    const parts = known.get(id) ?? addTo(known, id)
    const inJourney = parts ? properties : { ...properties, journey: OTHER, originalJourney: id }
    const capped = capParts(inJourney, parts ?? known.get(OTHER) ?? noParts())
    return capped === properties ? event : { ...event, properties: capped }
  }
}

function addTo(known: Map<string, Parts>, id: string): Parts | undefined {
  if (known.size > MAX_JOURNEYS) return undefined
  const parts = noParts()
  known.set(id, parts)
  return parts
}

function capParts(properties: JsonObject, parts: Parts): JsonObject {
  let renamed: Record<string, string> | undefined
  for (const part of PARTS) {
    const name = properties[part]
    if (typeof name !== 'string' || parts[part].has(name)) continue
    if (parts[part].size < MAX_PARTS) {
      parts[part].add(name)
      continue
    }
    renamed ??= {}
    renamed[part] = OTHER
    renamed[ORIGINALS[part]] = name
  }
  return renamed ? { ...properties, ...renamed } : properties
}

function noParts(): Parts {
  return { win: new Set(), path: new Set(), task: new Set() }
}

function partsOf({ wins = [], paths = [] }: Journey): Parts {
  return {
    win: new Set(wins.map(({ id }) => id)),
    path: new Set(paths.map(({ id }) => id)),
    task: new Set(paths.flatMap(({ tasks }) => tasks.map(({ id }) => id))),
  }
}
