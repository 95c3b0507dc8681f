import type { Journey } from '../journey.ts'
import { checkShape } from './check-shape.ts'
import type { JourneyIssue } from './journey-issue.ts'
import { meaningProblems } from './meaning-problems.ts'
import { type Problem, writePath } from './problem.ts'
import { readSource, type Source } from './read-source.ts'
import { valueAt } from './value-kind.ts'

/** The outcome of a check. */
export interface Check {
  /** In the order of the file. */
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
  if (!source.ok) {
    const { code, message, place } = source
    return {
      issues: [{ severity: 'error', code, path: '', ...place, message }],
      journey: undefined,
    }
  }
  if (valueAt(source.value, ['compiled']) !== undefined) return compiledAlready(source)

  const shape = checkShape(source.value)
  const problems = shape.ok ? meaningProblems(shape.journey) : shape.problems
  const issues = placeAll([...source.problems, ...problems], source)
  const isSound = !issues.some(({ severity }) => severity === 'error')
  return { issues, journey: shape.ok && isSound ? shape.journey : undefined }
}

type ReadSource = Extract<Source, { ok: true }>

function compiledAlready(source: ReadSource): Check {
  const problem: Problem = {
    severity: 'error',
    code: 'compiled',
    path: ['compiled'],
    at: 'key',
    message: 'This is a compiled journey. Check the file that it was made from.',
  }
  return { issues: placeAll([problem], source), journey: undefined }
}

function placeAll(problems: readonly Problem[], source: ReadSource): JourneyIssue[] {
  const issues = new Map<string, JourneyIssue>()
  for (const problem of problems) {
    const issue = toIssue(problem, source)
    const key = `${issue.path} ${issue.line} ${issue.column}`
    // An unsafe or doubled key is reported once, not once more as an unknown one.
    if (!issues.has(key)) issues.set(key, issue)
  }
  return [...issues.values()].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function toIssue(problem: Problem, source: ReadSource): JourneyIssue {
  const { severity, code, path, at = 'value', message, suggestion } = problem
  const issue = { severity, code, path: writePath(path), ...source.placeOf(path, at), message }
  return suggestion === undefined ? issue : { ...issue, suggestion }
}
