import type { Part } from '@firstwin/engine/part'

/** What a collector takes, in characters of JSON. */
const MAX_LENGTH = 16 * 1024

/**
 * The part, without what matters least where it is too long: events that the journey does not name
 * (hosts track hundreds), then the times of those that it does. What has been told before stays
 * known to the others.
 */
export function fitPart(part: Part, isNamed: (event: string) => boolean): Part {
  if (fits(part)) return part
  const named = Object.entries(part.events).filter(([name]) => isNamed(name))
  const short = { ...part, events: Object.fromEntries(named) }
  if (fits(short)) return short
  const counts = named.map(([name, { count }]) => [name, { count, times: [] }])
  return { ...short, events: Object.fromEntries(counts) }
}

function fits(part: Part): boolean {
  return JSON.stringify(part).length <= MAX_LENGTH
}
