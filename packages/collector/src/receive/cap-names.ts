import type { Journey, JsonObject, WireEvent } from '@firstwin/schema'
import { createCapJourneys, OTHER, type CapEvent } from './cap-journeys.ts'
import type { Limits } from './limits.ts'
import type { Sender } from './write-key.ts'

/**
 * What bounds the names of a sender. Those who have shown a product's secret have room of their own,
 * which nobody takes away who has the public key.
 */
export type CapNames = (sender: Sender) => CapEvent

export interface CapNamesOptions extends Pick<Limits, 'maxEventNames' | 'maxProperties'> {
  /** Those that the collector knows. */
  readonly journeys?: readonly Journey[] | undefined
}

/** The names that Firstwin itself reports: always known, so that no host can crowd them out. */
const OWN = new Set([
  'celebration_shown',
  'guide_completed',
  'guide_dismissed',
  'guide_started',
  'journey_invalid',
  'journey_rejected',
  'journey_started',
  'message_answered',
  'message_shown',
  'path_completed',
  'setup_applied',
  'stage_changed',
  'step_completed',
  'step_viewed',
  'stuck_detected',
  'survey_answered',
  'target_missing',
  'task_completed',
  'win_reached',
])

/** Names of properties by name of event. */
type Names = Map<string, Set<string>>

/**
 * Bounds how many names of events and properties a product can bring into tables and menus: a host
 * that writes ids into names (`opened_4711`) would fill them. Beyond the bounds an event becomes
 * `other` and keeps its name as the property `originalEvent`; a property moves into the object
 * `other`. What is known is kept in memory: after a restart those that come first are.
 */
export function createCapNames(options: CapNamesOptions): CapNames {
  const bySender = new Map<string, CapEvent>()

  return ({ product, trusted }) => {
    const name = `${trusted ? 'secret' : 'public'} ${product.key}`
    const known = bySender.get(name)
    if (known) return known
    const cap = createCapEvent(options)
    bySender.set(name, cap)
    return cap
  }
}

function createCapEvent({
  maxEventNames,
  maxProperties,
  journeys = [],
}: CapNamesOptions): CapEvent {
  const names: Names = new Map()
  const capJourneys = createCapJourneys(journeys)

  return (event) => {
    if (event.type !== 'track') return event
    if (OWN.has(event.event)) return capJourneys(event)
    const known = names.get(event.event)
    if (!known && names.size >= maxEventNames) {
      const properties = { ...event.properties, originalEvent: event.event }
      return { ...event, event: OTHER, properties }
    }
    const properties = known ?? new Set<string>()
    names.set(event.event, properties)
    return capProperties(event, properties, maxProperties)
  }
}

function capProperties(event: WireEvent, known: Set<string>, max: number): WireEvent {
  const entries = Object.entries(event.properties ?? {})
  for (const [name] of entries) if (known.size < max) known.add(name)
  if (entries.every(([name]) => known.has(name))) return event
  const kept: JsonObject = Object.fromEntries(entries.filter(([name]) => known.has(name)))
  const other: JsonObject = Object.fromEntries(entries.filter(([name]) => !known.has(name)))
  return { ...event, properties: { ...kept, other } }
}
