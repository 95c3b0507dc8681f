import type { Journey } from '../journey.ts'
import { idsOf, type Kind } from './ids.ts'
import { MAX_ISSUES, type Path, type Problem } from './problem.ts'
import { didYouMean, suggest } from './suggest.ts'
import { walk } from './walk.ts'

/** A place in the journey that names something of the journey. */
export interface Reference {
  path: Path
  kind: Kind
  id: string
}

/** Keys that hold an id, wherever they stand. A test compares them with the schemas. */
const KINDS: Readonly<Record<string, Kind>> = {
  audience: 'audience',
  win: 'win',
  guide: 'guide',
  setup: 'setup',
  message: 'message',
  survey: 'survey',
  recommendedWhen: 'audience',
}

/** Every reference of the journey, in the order of the file. */
export function references(journey: Journey): Reference[] {
  return walk(journey).flatMap(({ path, value }) => {
    const key = path.at(-1)
    const kind = typeof key === 'string' && Object.hasOwn(KINDS, key) ? KINDS[key] : undefined
    return kind && typeof value === 'string' ? [{ path, kind, id: value }] : []
  })
}

/** References that lead nowhere. */
export function brokenReferences(journey: Journey): Problem[] {
  const ids = idsOf(journey)
  return references(journey)
    .filter(({ kind, id }) => !ids[kind].has(id))
    .slice(0, MAX_ISSUES)
    .map(({ path, kind, id }) => {
      const suggestion = suggest(id, ids[kind])
      const advice = didYouMean(suggestion) || ` Add it, or name another one.`
      const message = `There is no ${kind} ${JSON.stringify(id)}.${advice}`
      return { severity: 'error', code: 'unknown-id', path, message, suggestion }
    })
}
