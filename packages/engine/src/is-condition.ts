import {
  isDuration,
  isNumber,
  isObject,
  isString,
  listOf,
  maybe,
  misfit,
  oneOf,
  shaped,
  type Fits,
} from './fits.ts'

/** Deeper nesting is a mistake, or meant to exhaust the stack. */
const MAX_DEPTH = 32

export const isTrait = shaped({ trait: isString })

export const isTarget: Fits = (value) =>
  isObject(value) && [value['id'], value['role'], value['css']].some(isString)

/** The key that tells what kind of condition it is, and what must stand there. */
const LEAVES: Readonly<Record<string, Fits>> = {
  trait: isString,
  event: isString,
  win: isString,
  guide: isString,
  route: isString,
  target: isTarget,
  since: (value) => value === 'start' || value === 'first-seen' || isTrait(value),
  every: oneOf('year', 'month'),
  audience: isString,
}

const DETAILS: Readonly<Record<string, Fits>> = {
  in: maybe(Array.isArray),
  atLeast: maybe(isNumber),
  atMost: maybe(isNumber),
  within: maybe(isDuration),
  moreThan: maybe(isDuration),
  lessThan: maybe(isDuration),
}

/** Whether this release can judge a condition: it has one known key, and every part fits. */
export function isCondition(value: unknown, depth = 0): boolean {
  if (!isObject(value) || depth > MAX_DEPTH) return false
  const inner: Fits = (part) => isCondition(part, depth + 1)
  const kinds: typeof LEAVES = { ...LEAVES, all: listOf(inner), any: listOf(inner), not: inner }
  const [key = '', second] = Object.keys(value).filter((one) => Object.hasOwn(kinds, one))
  if (second !== undefined || !kinds[key]?.(value[key])) return false
  return misfit(DETAILS, value) === undefined && (key !== 'every' || isTrait(value['on']))
}
