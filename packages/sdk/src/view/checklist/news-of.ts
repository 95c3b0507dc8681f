import type { PathScene, SceneItem } from '../../scene.ts'
import type { Ui } from '../part.ts'

interface Place {
  /** What is shown now: what it praises is read out with it. */
  item: SceneItem | undefined
  ui: Ui
}

/** "Pick a template: Completed. 2 of 3 done"; empty if nothing but what is praised was done since. */
export function newsOf(before: PathScene, now: PathScene, { item, ui }: Place): string {
  const { say, words } = ui
  // Tasks of another path were done at another time.
  if (before.path.id !== now.path.id) return ''
  const praised = winOf(item)
  const fresh = now.tasks.filter(
    ({ status, task }, index) =>
      status === 'done' && before.tasks[index]?.status !== 'done' && task.win !== praised,
  )
  if (fresh.length === 0) return ''
  const names = fresh.map(({ task }) => say.plain(task.title)).join(', ')
  return `${names}: ${words.taskDone}. ${words.progress(now.done, now.of)}`
}

function winOf(item: SceneItem | undefined): string | undefined {
  if (item?.kind === 'celebration') return item.win.id
  return item?.kind === 'checklist' ? item.praise?.id : undefined
}
