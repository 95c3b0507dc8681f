import { z } from 'zod'
import { journey, type Journey } from '../journey.ts'
import { chooseBranch } from './choose-branch.ts'
import { leafProblem } from './leaf-problem.ts'
import { omitKeys } from './omit-keys.ts'
import type { Path, Problem } from './problem.ts'
import { missingKey, unknownKey, wrongKey, wrongValue } from './shape-problem.ts'
import { toKey, valueAt } from './value-kind.ts'

export type Shape =
  | { ok: true; journey: Journey }
  /** `rest` is the journey without its unknown keys, if nothing else is wrong with it. */
  | { ok: false; problems: readonly Problem[]; rest: Journey | undefined }

/** Checks a value against the format, key by key. The value is at most 32 levels deep. */
export function checkShape(value: unknown): Shape {
  const result = journey.safeParse(value, { error: knownKeys })
  if (result.success) return { ok: true, journey: result.data }
  const problems = result.error.issues.flatMap((issue) => toProblems(issue, [], value))
  const unknown = problems.filter(({ code }) => code === 'unknown-key').map(({ path }) => path)
  return { ok: false, problems, rest: journey.safeParse(omitKeys(value, unknown)).data }
}

/**
 * Zod tells only its error map which keys an object may have, and of that only the words stay. So
 * the words of an issue with unknown keys are the known ones.
 */
function knownKeys(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== 'unrecognized_keys' || !(issue.inst instanceof z.ZodObject)) return undefined
  return Object.keys(issue.inst.shape).join(' ')
}

/** `around` leads to where the path of the issue begins. */
function toProblems(issue: z.core.$ZodIssue, around: Path, root: unknown): Problem[] {
  const path = [...around, ...issue.path.map(toKey)]
  const value = valueAt(root, path)

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], issue.message.split(' ')))
  }
  if (issue.code === 'invalid_key') return [wrongKey(path, issue.issues[0]?.message)]
  if (value === undefined) return [missingKey(path)]
  if (issue.code === 'invalid_value') return [wrongValue(path, value, { values: issue.values })]
  if (issue.code !== 'invalid_union') return [leafProblem(issue, path, value)]

  const branch = chooseBranch(issue, path, value)
  return 'code' in branch ? [branch] : branch.flatMap((inner) => toProblems(inner, path, root))
}
