import type { Condition, Journey } from '@firstwin/schema'

type ListName = (typeof LISTS)[number] | 'audiences'

/** A journey with every list in place, and only parts that can be run. */
export type Loaded = Omit<Journey, ListName> & {
  readonly [Name in ListName]: NonNullable<Journey[Name]>
} & {
  /** Events that a condition counts in a window, so that their times must be kept. */
  readonly windowed: ReadonlySet<string>
}

/** A part of the journey that cannot be run, and why. The rest works. */
export interface Fault {
  /** `wins[2]`; empty for the journey as a whole. */
  path: string
  reason: 'not-an-object' | 'format' | 'id' | 'duplicate-id' | 'kind' | 'condition' | 'incomplete'
}

const LISTS = ['wins', 'paths', 'guides', 'setups', 'messages', 'surveys'] as const

/** What a part must have, beyond its id, to be run at all; `0` stands for its kind. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  wins: ['title', 'when'],
  paths: ['title', 'tasks'],
  guides: ['title', 'steps'],
  setups: ['title', 'fields', 'apply'],
  messages: ['title', 'when'],
  surveys: ['when', 'questions'],
  tasks: ['title', 'win'],
  steps: ['title'],
  fields: ['label'],
  questions: ['ask'],
  confirmation: ['signedBy'],
  offer: ['reason', 'link', 'decline'],
  community: [],
  surprise: [],
  announcement: [],
  recognition: [],
  nps: [],
  text: [],
  choice: ['options'],
}

const LEAVES = 'trait event win guide route target since every audience'.split(' ')

/**
 * Reads a journey, raw or compiled, for running: what cannot be run is left out and named. It is
 * the lenient twin of the checker, which tells the author everything before anybody is shown it.
 */
export function loadJourney(raw: unknown): { journey: Loaded | undefined; faults: Fault[] } {
  const broken = brokenAsAWhole(raw)
  if (broken || !isObject(raw)) return { journey: undefined, faults: broken ? [broken] : [] }

  const faults: Fault[] = []
  const lists = LISTS.map((name) => [name, usable(raw[name], name, faults)])
  const audiences = Object.entries(isObject(raw['audiences']) ? raw['audiences'] : {}).filter(
    ([name, condition]) =>
      isCondition(condition) || fault(faults, `audiences.${name}`, 'condition'),
  )
  const parts = { ...Object.fromEntries(lists), audiences: Object.fromEntries(audiences) }
  const windowed = new Set<string>()
  findWindowed([parts], windowed)
  const journey: unknown = { locale: 'en', ...raw, ...parts, windowed }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: judged just above
  return { journey: journey as Loaded, faults }
}

function brokenAsAWhole(raw: unknown): Fault | undefined {
  if (!isObject(raw)) return { path: '', reason: 'not-an-object' }
  if (raw['format'] !== 1) return { path: 'format', reason: 'format' }
  return typeof raw['id'] === 'string' ? undefined : { path: 'id', reason: 'id' }
}

type Parts = Readonly<Record<string, unknown>>

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(faults: Fault[], path: string, reason: Fault['reason']): false {
  faults.push({ path, reason })
  return false
}

/** The parts of a list that can be run: ids there and unique, kinds known, conditions understood. */
function usable(list: unknown, at: string, faults: Fault[]): Parts[] {
  const name = at.replace(/.*\./, '')
  const ids = new Set<unknown>()
  const parts = Array.isArray(list) ? list : []
  return parts.flatMap((part: unknown, index) => {
    const path = `${at}[${index}]`
    const reason = isObject(part) ? flaw(part, name, ids) : 'not-an-object'
    if (reason || !isObject(part)) {
      fault(faults, path, reason || 'not-an-object')
      return []
    }
    ids.add(part['id'])
    const inner = ['tasks', 'steps', 'fields', 'questions'].find((key) => Array.isArray(part[key]))
    if (!inner) return [part]

    const kept = usable(part[inner], `${path}.${inner}`, faults)
    return kept.length > 0 || fault(faults, path, 'incomplete') ? [{ ...part, [inner]: kept }] : []
  })
}

function flaw(part: Parts, name: string, ids: ReadonlySet<unknown>): Fault['reason'] | undefined {
  const { id, kind, when, start } = part
  if (typeof id !== 'string') return 'id'
  if (ids.has(id)) return 'duplicate-id'
  const ofKind = name === 'messages' || name === 'questions' ? NEEDED[String(kind)] : []
  if (!ofKind) return 'kind'
  const needed = [...(NEEDED[name] ?? []), ...ofKind]
  if (needed.some((key) => part[key] === undefined)) return 'incomplete'
  if (when !== undefined && !isCondition(when)) return 'condition'
  if (start !== undefined && start !== 'on-request' && !isCondition(start)) return 'condition'
  return undefined
}

/** Whether every leaf is one that this release can judge. */
function isCondition(value: unknown): value is Condition {
  if (!isObject(value)) return false
  const { all, any, not } = value
  const parts = all ?? any
  if (parts) return Array.isArray(parts) && parts.every(isCondition)
  return not ? isCondition(not) : LEAVES.some((leaf) => value[leaf] !== undefined)
}

function findWindowed(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if ('within' in value && 'event' in value) found.add(String(value.event))
  for (const part of Object.values(value)) findWindowed(part, found)
}
