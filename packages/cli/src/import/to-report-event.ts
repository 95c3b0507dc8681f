import { IMPORT_LIBRARY, pastId } from '@firstwin/collector'
import type { CompiledJourney, JsonObject } from '@firstwin/schema'
import type { PastReport } from './past-journeys.ts'
import type { Dated } from './writer.ts'

/**
 * The event for something that the journey says of the past. Its id hangs on who, what and when: a
 * second import of the same file adds nothing.
 */
export function toReportEvent(
  { who, at, report }: PastReport,
  journey: CompiledJourney,
  version: string,
): Dated {
  const told = Object.entries(report.properties).filter(([, value]) => value !== undefined)
  const properties: JsonObject = {
    ...Object.fromEntries(told),
    journey: journey.id,
    journeyHash: journey.hash,
  }
  const { userId, anonymousId } = who
  const content = [journey.id, userId ?? '', anonymousId ?? '', report.name, told]
  const event = {
    type: 'track',
    event: report.name,
    messageId: pastId(at, content),
    timestamp: new Date(at).toISOString(),
    ...(userId === undefined ? {} : { userId }),
    ...(anonymousId === undefined ? {} : { anonymousId }),
    properties,
    context: { library: { name: IMPORT_LIBRARY, version } },
  } as const
  return { event, at }
}
