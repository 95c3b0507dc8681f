import type { Journey } from '../journey.ts'
import { checkShape, type Shape } from './check-shape.ts'
import type { JourneyIssue } from './journey-issue.ts'
import { meaningProblems } from './meaning-problems.ts'
import { MAX_ISSUES, type Problem, writePath } from './problem.ts'
import { readSource, type Source } from './read-source.ts'
import { valueAt } from './value-kind.ts'

/** The outcome of a check. */
export interface Check {
  /** In the order of the file, at most 200. */
  issues: readonly JourneyIssue[]
  /** The journey as written; `undefined` as soon as there is an error. */
  journey: Journey | undefined
}

/**
 * Checks the text of a journey file, to the last key. Never throws. The journey is given back if
 * there is no error; warnings and `unsupported` do not stop it.
 *
 * @example
 * const { issues, journey } = checkJourney(await readFile('onboarding.journey.json', 'utf8'))
 * console.log(formatIssues(issues, 'onboarding.journey.json'))
 */
export function checkJourney(text: string): Check {
  const source = readSource(text)
  if ('code' in source) {
    return { issues: [{ severity: 'error', path: '', ...source }], journey: undefined }
  }
  const isCompiled = valueAt(source.value, ['compiled']) !== undefined
  const shape: Shape = isCompiled ? COMPILED : checkShape(source.value)
  const problems = [...source.problems, ...(shape.ok ? [] : shape.problems), ...meaning(shape)]
  const isSound = !problems.some(({ severity }) => severity === 'error')
  return {
    issues: placeAll(problems, source),
    journey: shape.ok && isSound ? shape.journey : undefined,
  }
}

const COMPILED: Shape = {
  ok: false,
  problems: [
    {
      severity: 'error',
      code: 'compiled',
      path: ['compiled'],
      at: 'key',
      message: 'This is a compiled journey. Check the file that it was made from.',
    },
  ],
  rest: undefined,
}

/** Where only keys are unknown, the rest of the journey is checked all the same. */
function meaning(shape: Shape): Problem[] {
  const journey = shape.ok ? shape.journey : shape.rest
  return journey ? meaningProblems(journey) : []
}

function placeAll(problems: readonly Problem[], source: Source): JourneyIssue[] {
  const errorsFirst = problems.toSorted(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  const issues = new Map<string, JourneyIssue>()
  for (const problem of errorsFirst.slice(0, MAX_ISSUES)) {
    const issue = toIssue(problem, source)
    const key = `${issue.path} ${issue.line} ${issue.column} ${issue.severity}`
    // An unsafe or doubled key is reported once, not once more as an unknown one.
    if (!issues.has(key)) issues.set(key, issue)
  }
  return [...issues.values()].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function toIssue(problem: Problem, source: Source): JourneyIssue {
  const { severity, code, path, message, suggestion } = problem
  const issue = { severity, code, path: writePath(path), ...source.placeOf(problem), message }
  return suggestion === undefined ? issue : { ...issue, suggestion }
}
