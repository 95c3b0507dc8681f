import type { Path, Task } from '@firstwin/schema'
import { holdsAudience } from './holds.ts'
import { own } from './own.ts'
import { remember, type Turn } from './turn.ts'

export interface PathProgress {
  path: Path
  tasks: readonly TaskProgress[]
  done: number
  of: number
  /**
   * 0…1. The start itself counts as a first stop, so that the way is begun before the first task,
   * and it is never smaller than it was, whatever an edit of the journey adds.
   */
  fraction: number
}

export interface TaskProgress {
  task: Task
  /** A `closed` task waits for those before it. */
  status: 'done' | 'next' | 'closed'
}

/** The path of this user, the first whose audience fits; `undefined` where none does. */
export function pathProgress(turn: Turn): PathProgress | undefined {
  const path = turn.journey.paths.find(({ audience }) => holdsAudience(turn, audience))
  if (!path) return undefined

  const { wins, best } = turn.memory
  let isClosed = false
  const tasks = path.tasks.map((task): TaskProgress => {
    if (own(wins, task.win) !== undefined) return { task, status: 'done' }
    const status = isClosed ? 'closed' : 'next'
    isClosed = path.order !== 'any'
    return { task, status }
  })
  const of = tasks.length
  const done = tasks.filter(({ status }) => status === 'done').length
  const furthest = Math.min(1, own(best, path.id) ?? 0)
  const fraction = Math.max(furthest, (done + 1) / (of + 1))
  return { path, tasks, done, of, fraction }
}

/** Follows from the wins of this turn: tasks are done, and the checklist returns. */
export function followPath(turn: Turn, newWins: readonly string[]): void {
  const progress = pathProgress(turn)
  if (!progress) return
  const { path, tasks, done, of, fraction } = progress

  for (const { task } of tasks.filter(({ task: { win } }) => newWins.includes(win))) {
    const properties = { path: path.id, task: task.id, win: task.win }
    turn.reports.push({ name: 'task_completed', properties })
    if (turn.memory.checklist === 'away') remember(turn, { checklist: 'returning' })
  }
  const best = own(turn.memory.best, path.id) ?? 0
  if (done === of && best < 1) {
    turn.reports.push({ name: 'path_completed', properties: { path: path.id } })
  }
  if (fraction > best) remember(turn, { best: { ...turn.memory.best, [path.id]: fraction } })
}
