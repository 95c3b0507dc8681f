import type { Journey } from '@firstwin/schema'
import { findWindowed, objectsIn } from '@firstwin/schema/find-windowed'
import { isObject, isString, maybe, misfit, type Parts } from './fits.ts'
import { isCondition } from './is-condition.ts'
import { own } from './own.ts'
import { KINDS, SHAPES } from './shapes.ts'

type ListName = (typeof LISTS)[number] | 'audiences'

/** A journey with every list in place, and only parts that can be run. */
export type Loaded = Omit<Journey, ListName> & {
  readonly [Name in ListName]: NonNullable<Journey[Name]>
} & {
  /** Events that a condition counts in a window, and how many of their times must be kept. */
  readonly windowed: Readonly<Record<string, number>>
}

/** A part of the journey that cannot be run, and why. The rest works. */
export interface Fault {
  /** `wins[2].when`; empty for the journey as a whole. */
  path: string
  reason:
    | 'not-an-object'
    | 'format'
    | 'id'
    | 'duplicate-id'
    | 'kind'
    | 'condition'
    | 'incomplete'
    | 'value'
}

const LISTS = ['wins', 'paths', 'guides', 'setups', 'messages', 'surveys'] as const
const INNER_LISTS = ['tasks', 'steps', 'fields', 'questions']

/**
 * Reads a journey, raw or compiled, for running: what cannot be run is left out and named. It is
 * the lenient twin of the checker, which tells the author everything before anybody is shown it.
 */
export function loadJourney(raw: unknown): { journey: Loaded | undefined; faults: Fault[] } {
  if (!isObject(raw)) return { journey: undefined, faults: [{ path: '', reason: 'not-an-object' }] }
  for (const key of ['format', 'id'] as const) {
    const fits = key === 'id' ? isString(raw[key]) : raw[key] === 1
    if (!fits) return { journey: undefined, faults: [{ path: key, reason: key }] }
  }
  const faults: Fault[] = []
  const parts: Parts = {
    ...Object.fromEntries(LISTS.map((name) => [name, usable(raw[name], name, faults)])),
    clock: usableRules(raw['clock'], 'clock', faults),
    pressure: usableRules(raw['pressure'], 'pressure', faults),
    audiences: usableAudiences(raw['audiences'], faults),
  }
  const journey: unknown = { locale: 'en', ...raw, ...parts, windowed: findWindowed(parts) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: judged just above
  return { journey: journey as Loaded, faults }
}

/** The parts of a list that can be run: ids there and unique, kinds known, every value of use. */
function usable(list: unknown, at: string, faults: Fault[]): Parts[] {
  const name = at.replace(/.*\./, '')
  const inner = INNER_LISTS.find((key) => Object.hasOwn(SHAPES[name] ?? {}, key))
  const ids = new Set<unknown>()
  const parts: unknown[] = Array.isArray(list) ? list : []
  return parts.flatMap((part, index) => {
    const path = `${at}[${index}]`
    const fault = flaw(part, name, ids)
    if (fault || !isObject(part)) {
      if (fault) faults.push({ ...fault, path: path + fault.path })
      return []
    }
    ids.add(part['id'])
    if (!inner) return [part]

    const kept = usable(part[inner], `${path}.${inner}`, faults)
    if (kept.length > 0) return [{ ...part, [inner]: kept }]
    faults.push({ path, reason: 'incomplete' })
    return []
  })
}

function flaw(part: unknown, name: string, ids: ReadonlySet<unknown>): Fault | undefined {
  if (!isObject(part)) return { path: '', reason: 'not-an-object' }
  const { id, kind } = part
  if (!isString(id)) return { path: '.id', reason: 'id' }
  if (ids.has(id)) return { path: '.id', reason: 'duplicate-id' }
  const kinds = KINDS[name]
  const ofKind = kinds ? own(kinds, String(kind)) : {}
  if (!ofKind) return { path: '.kind', reason: 'kind' }
  const key = misfit({ audience: maybe(isString), ...SHAPES[name], ...ofKind }, part)
  if (key === undefined) return undefined
  const reason = key === 'when' || key === 'start' ? 'condition' : 'value'
  return { path: `.${key}`, reason: part[key] === undefined ? 'incomplete' : reason }
}

function usableRules(rules: unknown, name: string, faults: Fault[]): Parts | undefined {
  if (rules === undefined) return undefined
  const key = isObject(rules) ? misfit(SHAPES[name] ?? {}, rules) : ''
  if (isObject(rules) && key === undefined) return rules
  faults.push({ path: key ? `${name}.${key}` : name, reason: key ? 'value' : 'not-an-object' })
  return undefined
}

/** Audiences whose condition can be judged; one that leads back to itself never could be. */
function usableAudiences(audiences: unknown, faults: Fault[]): Parts {
  const named = Object.entries(isObject(audiences) ? audiences : {})
  const judged = new Map<string, unknown>()
  const isJudged = (name: unknown): boolean =>
    judged.has(String(name)) || !named.some(([other]) => other === name)
  let before
  do {
    before = judged.size
    for (const [name, condition] of named) {
      const leadsTo = objectsIn(condition).map(({ audience }) => audience)
      if (isCondition(condition) && leadsTo.every(isJudged)) judged.set(name, condition)
    }
  } while (judged.size > before)

  for (const [name] of named) {
    if (!judged.has(name)) faults.push({ path: `audiences.${name}`, reason: 'condition' })
  }
  return Object.fromEntries(judged)
}
