import type { z } from 'zod'
import type { Path, Problem } from './problem.ts'
import { notBeside, unknownKind, wrongValue } from './shape-problem.ts'
import { expectedKind, toKey, valueAt } from './value-kind.ts'

type Issue = z.core.$ZodIssue
type Union = z.core.$ZodIssueInvalidUnion

/** One form that could stand there, and how the value differs from it. */
interface Branch {
  issues: readonly Issue[]
  /** Keys it needs that are not there. The first one tells it from the other forms. */
  missing: readonly string[]
  /** Keys it does not know. */
  unknown: readonly string[]
}

/**
 * Finds what the author meant where one of several forms may stand: the issues of the form that
 * fits best, or one problem if none does. Which keys are there tells the forms of an object apart.
 */
export function chooseBranch(issue: Union, path: Path, value: unknown): readonly Issue[] | Problem {
  if ('options' in issue && issue.options) {
    return wrongValue(path, value, { values: issue.options })
  }
  const branches = flatten(issue)
  const open = branches.filter((issues) => !issues.some(refusesKind))
  if (open.length === 0) return noForm(branches.flat(), path, value)

  const forms = open.map((issues) => toBranch(issues, value))
  const least = Math.min(...forms.map(distance))
  const nearest = forms.filter((form) => distance(form) === least)
  const [first] = nearest
  if (!first) return issue.errors.flat()
  const isClear = first.missing.length === 0 || (nearest.length === 1 && !first.unknown.length)
  if (!isClear) return noKind(forms, nearest, path)
  return mergeValues(nearest, path, value) ?? besideProblem(first, forms, path) ?? first.issues
}

/** A union within a union offers more forms of the same value. */
function flatten(union: Union): (readonly Issue[])[] {
  return union.errors.flatMap((issues) => {
    const [only] = issues
    const isUnion = issues.length === 1 && only?.code === 'invalid_union' && !only.path.length
    return isUnion && only.errors.length > 0 ? flatten(only) : [issues]
  })
}

/** The value itself is of another kind than the form: a string where an object is meant. */
function refusesKind(issue: Issue): boolean {
  return (
    issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  )
}

function toBranch(issues: readonly Issue[], value: unknown): Branch {
  const missing = issues
    .filter(({ path }) => path.length === 1 && valueAt(value, path.map(toKey)) === undefined)
    .map(({ path }) => String(path[0]))
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  )
  return { issues, missing, unknown }
}

/** A missing key says most, then a wrong value, then an unknown key. */
function distance({ issues, missing, unknown }: Branch): number {
  const wrong = issues.filter(
    ({ code, path }) => code === 'invalid_value' && !missing.includes(String(path[0])),
  ).length
  return (missing.length > 0 ? 100 : 0) + wrong * 10 + unknown.length
}

function noForm(issues: readonly Issue[], path: Path, value: unknown): Problem {
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []))
  const kinds = issues.flatMap((issue) =>
    issue.code === 'invalid_type' ? [expectedKind(issue.expected)] : [],
  )
  return wrongValue(path, value, { values: [...new Set(values)], kinds: [...new Set(kinds)] })
}

/** No form fits: of the keys that tell them apart none is there, or it is misspelt. */
function noKind(forms: readonly Branch[], nearest: readonly Branch[], path: Path): Problem {
  const [unknown] = keysOfAll(forms.map((form) => form.unknown))
  const common = keysOfAll(forms.map((form) => form.missing))
  const known = (unknown === undefined ? nearest : forms).flatMap(({ missing }) =>
    missing.filter((key) => !common.includes(key)).slice(0, 1),
  )
  return unknownKind(unknown === undefined ? path : [...path, unknown], {
    noun: isCondition(forms) ? 'condition' : 'key',
    isThere: unknown !== undefined,
    known: [...new Set(known)],
  })
}

function keysOfAll([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((key) => others.every((keys) => keys.includes(key)))
}

/** Forms that differ only in what one key may say: all that it may say is expected. */
function mergeValues(nearest: readonly Branch[], path: Path, value: unknown): Problem | undefined {
  const issues = nearest.flatMap((form) => form.issues)
  const values = issues.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []))
  const inner = issues[0]?.path.map(toKey) ?? []
  const found = valueAt(value, inner)
  const differ = nearest.length > 1 && issues.every(({ code }) => code === 'invalid_value')
  return differ && found !== undefined
    ? wrongValue([...path, ...inner], found, { values })
    : undefined
}

/** `{ "event": …, "win": … }`: each key is known, but they cannot stand in one object. */
function besideProblem(
  { unknown }: Branch,
  forms: readonly Branch[],
  path: Path,
): Problem | undefined {
  const [key] = unknown
  const other = forms.find((form) => !form.missing.length && key && !form.unknown.includes(key))
  const beside = other?.unknown.find((name) => !unknown.includes(name))
  if (!key || !beside) return undefined
  return notBeside([...path, key], beside, isCondition(forms))
}

function isCondition(forms: readonly Branch[]): boolean {
  return forms.some(({ missing }) => missing.includes('all'))
}
