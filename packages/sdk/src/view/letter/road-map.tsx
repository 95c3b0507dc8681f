import type { VNode } from 'preact'
import type { PathScene, TaskScene } from '../../scene.ts'
import { Icon } from '../controls/icon.tsx'
import type { Ui } from '../part.ts'

interface RoadMapProps {
  progress: PathScene
  ui: Ui
}

/**
 * The path as a line from today to the first result, with the tasks as stops. WebKit takes a list
 * without numbers for none unless its role says so.
 */
export function RoadMap({ progress, ui }: RoadMapProps): VNode {
  return (
    <div class="road-map">
      <h3 class="small">{ui.words.roadMap}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- not redundant in WebKit: see above */}
      <ol class="stops" role="list">
        <li class="stop done">
          <span class="dot-mark" />
          <span class="stop-name">{ui.words.today}</span>
        </li>
        {progress.tasks.map((scene) => (
          <Stop key={scene.task.id} scene={scene} ui={ui} />
        ))}
        <li class={progress.done === progress.of ? 'stop goal done' : 'stop goal closed'}>
          <span class="dot-mark" aria-hidden="true">
            <Icon name="flag" />
          </span>
          <span class="stop-name">{ui.say.plain(progress.path.title)}</span>
        </li>
      </ol>
    </div>
  )
}

/** The minutes stand on the way to the stop. */
function Stop({ scene, ui }: { scene: TaskScene; ui: Ui }): VNode {
  const { task, status } = scene
  return (
    <li class={`stop ${status}`} aria-current={status === 'next' ? 'step' : undefined}>
      <span class="dot-mark" aria-hidden="true">
        {status === 'done' && <Icon name="tick" />}
      </span>
      <span class="stop-name">
        {ui.say.plain(task.title)}
        {status === 'done' && <span class="hidden">{ui.words.taskDone}</span>}
      </span>
      {task.minutes !== undefined && (
        <span class="stop-minutes small">{ui.words.minutes(task.minutes)}</span>
      )}
    </li>
  )
}
