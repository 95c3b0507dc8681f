import type { VNode } from 'preact'
import type { PathScene, TaskScene } from '../../scene.ts'
import { Button } from '../controls/button.tsx'
import { Icon } from '../controls/icon.tsx'
import type { Ui } from '../part.ts'
import { Line, RichText } from '../text/rich-text.tsx'
import { Film } from './film.tsx'

interface TaskListProps {
  progress: PathScene
  ui: Ui
}

/**
 * Done tasks are calm, the next one is open, the others wait. Where any order goes, each unfolds.
 * WebKit takes a list without bullets for none unless its role says so.
 */
export function TaskList({ progress, ui }: TaskListProps): VNode {
  const open = progress.tasks.filter(({ status }) => status === 'next')
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- not redundant in WebKit: see above
    <ul class="tasks" role="list">
      {progress.tasks.map((scene) => (
        <li
          key={scene.task.id}
          class={`task ${scene.status}`}
          aria-current={open.length === 1 && scene === open[0] ? 'step' : undefined}
        >
          <span class="mark" aria-hidden="true">
            {scene.status === 'done' && <Icon name="tick" />}
          </span>
          {open.length > 1 && scene.status === 'next' ? (
            <Folding scene={scene} ui={ui} open={scene === open[0]} />
          ) : (
            <Plain scene={scene} ui={ui} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface TaskProps {
  scene: TaskScene
  ui: Ui
}

/** They share a name, so that one at a time is open. */
function Folding({ scene, ui, open }: TaskProps & { open: boolean }): VNode {
  return (
    <details open={open} name="firstwin-task">
      <summary>
        <TaskName scene={scene} ui={ui} />
        <Icon name="chevron" />
      </summary>
      <TaskBody scene={scene} ui={ui} />
    </details>
  )
}

function Plain({ scene, ui }: TaskProps): VNode {
  return (
    <>
      <div class="line">
        <TaskName scene={scene} ui={ui} />
      </div>
      {scene.status === 'next' && <TaskBody scene={scene} ui={ui} />}
    </>
  )
}

function TaskName({ scene, ui }: TaskProps): VNode {
  const { task, status } = scene
  const { taskDone, taskClosed, minutes } = ui.words
  return (
    <>
      <span class="task-title">
        <Line text={ui.say.rich(task.title)} follow={ui.follow} />
      </span>
      {status !== 'next' && <span class="hidden">{status === 'done' ? taskDone : taskClosed}</span>}
      {task.minutes !== undefined && status !== 'done' && (
        <span class="small">{minutes(task.minutes)}</span>
      )}
    </>
  )
}

function TaskBody({ scene, ui }: TaskProps): VNode {
  const { task } = scene
  return (
    <div class="task-body">
      {task.body && (
        <div class="text">
          <RichText text={ui.say.rich(task.body)} follow={ui.follow} />
        </div>
      )}
      {task.video && <Film video={task.video} ui={ui} />}
      <Button onClick={() => ui.act({ do: 'begin', task: task.id })}>{ui.words.begin}</Button>
    </div>
  )
}
