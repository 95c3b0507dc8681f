import type { Journey } from '../journey.ts'
import { isText } from '../text-keys.ts'
import type { Path } from './problem.ts'

/** A key of the journey, or an item of one of its lists. */
export interface Entry {
  path: Path
  value: unknown
}

/** Every key and item of a journey, from the top down, in the order of the file. Texts are whole. */
export function walk(journey: Journey): Entry[] {
  const entries: Entry[] = []
  walkInto(entries, { path: [], value: journey })
  return entries
}

function walkInto(entries: Entry[], { path, value }: Entry): void {
  if (typeof value !== 'object' || value === null || isText(path)) return
  const inner = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, item] of inner) {
    const entry = { path: [...path, key], value: item }
    entries.push(entry)
    walkInto(entries, entry)
  }
}

const CONDITION_KEYS = new Set<string | number>(['when', 'start', 'recommendedWhen'])

/** Whether the path leads into a condition: what stands there is asked about, not led to. */
export function isInCondition(path: Path): boolean {
  const [top] = path
  return top === 'audiences' || path.slice(0, -1).some((key) => CONDITION_KEYS.has(key))
}
