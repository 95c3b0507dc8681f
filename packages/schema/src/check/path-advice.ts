import type { Journey } from '../journey.ts'
import type { Path, Problem } from './problem.ts'

/** The Minimum Success Path is short: fewer is no path, more is a manual. */
const MIN_TASKS = 3
const MAX_TASKS = 5

/** Advice on the length of paths, and on what they lead to. */
export function pathAdvice({ paths = [], wins = [] }: Journey): Problem[] {
  const firstStrikes = new Set(
    wins.flatMap(({ id, tier }) => (tier === 'first-strike' ? [id] : [])),
  )
  return paths.flatMap(({ tasks }, index) => {
    const path = ['paths', index, 'tasks'] as const
    const leads = tasks.some(({ win }) => firstStrikes.has(win))
    return [...lengthAdvice(tasks.length, path), ...(leads ? [] : [noFirstStrike(path)])]
  })
}

function lengthAdvice(count: number, path: Path): Problem[] {
  if (count >= MIN_TASKS && count <= MAX_TASKS) return []
  const tasks = count === 1 ? '1 task' : `${count} tasks`
  const advice =
    count > MAX_TASKS
      ? 'Keep the few that lead to the first result, and show the rest later.'
      : `With fewer than ${MIN_TASKS} the user sees no progress on the way.`
  const message = `${tasks}. A path has ${MIN_TASKS} to ${MAX_TASKS}. ${advice}`
  return [{ severity: 'warning', code: 'path-length', path, message }]
}

function noFirstStrike(path: Path): Problem {
  const message =
    'No task leads to a win of the tier "first-strike", so this path ends without a first result.'
  return { severity: 'warning', code: 'path-without-first-strike', path, message }
}
