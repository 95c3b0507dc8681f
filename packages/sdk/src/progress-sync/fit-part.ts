import type { Part } from '@firstwin/engine/part'

/** What a collector takes, in characters of JSON. */
const MAX_LENGTH = 16 * 1024

/**
 * The part, without what matters least where it is too long: events that the journey does not name
 * (hosts track hundreds), then the times of those that it does, then what is known of devices that
 * tell of themselves, the oldest first: their ids rise with time. What has been told before stays
 * known to the others.
 */
export function fitPart(part: Part, isNamed: (event: string) => boolean): Part {
  if (fits(part)) return part
  const pick = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => isNamed(name)))
  const others = Object.entries(part.others).map(([device, counts]) => [device, pick(counts)])
  const named = { ...part, events: pick(part.events), others: Object.fromEntries(others) }
  if (fits(named)) return named
  const counts = Object.entries(named.events).map(([name, { count }]) => [
    name,
    { count, times: [] },
  ])
  return withFewer({ ...named, events: Object.fromEntries(counts) })
}

function withFewer(part: Part): Part {
  const devices = Object.entries(part.others).toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (fits(part) || devices.length === 0) return part
  const newer = devices.slice(Math.ceil(devices.length / 2))
  return withFewer({ ...part, others: Object.fromEntries(newer) })
}

function fits(part: Part): boolean {
  return JSON.stringify(part).length <= MAX_LENGTH
}
