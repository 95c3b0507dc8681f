import { Component } from 'preact'
import type { VNode } from 'preact'
import type { PathScene, SceneItem } from '../../scene.ts'
import { Close } from '../controls/close.tsx'
import { Icon } from '../controls/icon.tsx'
import { Ring } from '../controls/ring.tsx'
import type { Part, Ui } from '../part.ts'
import { Line, RichText } from '../text/rich-text.tsx'
import css from './checklist.css?inline'
import { Launcher } from './launcher.tsx'
import { TaskList } from './task-list.tsx'

type ChecklistScene = Extract<SceneItem, { kind: 'checklist' }>

/** The path as a list, and the pill that it opens from. */
export const checklist: Part = {
  css,
  draw: (item, ui) => (item.kind === 'checklist' ? <Checklist item={item} ui={ui} /> : undefined),
  launcher: (progress, expanded, ui) => (
    <Launcher progress={progress} expanded={expanded} ui={ui} />
  ),
  settle(item, { ui, announce }) {
    if (item.kind !== 'checklist' || !item.praise) return
    const { done, of } = item.progress
    const { wellDone, progress } = ui.words
    announce(`${wellDone}: ${ui.say.plain(item.praise.title)}. ${progress(done, of)}`)
  },
  escape: { do: 'close' },
}

interface ChecklistProps {
  item: ChecklistScene
  ui: Ui
}

/** Reads out what is done while it stands open and nothing else praises it. */
class Checklist extends Component<ChecklistProps> {
  private before = this.props.item.progress
  private news = ''

  override render({ item, ui }: ChecklistProps): VNode {
    const news = item.praise ? '' : newsOf(this.before, item.progress, ui)
    this.news = news || this.news
    this.before = item.progress
    return <Panel item={item} ui={ui} news={this.news} />
  }
}

/** "Pick a template: Completed. 2 of 3 done"; empty if nothing was done since. */
function newsOf(before: PathScene, { tasks, done, of }: PathScene, { say, words }: Ui): string {
  const fresh = tasks.filter(
    ({ status }, index) => status === 'done' && before.tasks[index]?.status !== 'done',
  )
  if (fresh.length === 0) return ''
  const names = fresh.map(({ task }) => say.plain(task.title)).join(', ')
  return `${names}: ${words.taskDone}. ${words.progress(done, of)}`
}

function Panel({ item, ui, news }: ChecklistProps & { news: string }): VNode {
  const { path, done, of, fraction } = item.progress
  const { say, words } = ui
  const finished = done === of
  return (
    <dialog open class="panel docked checklist" aria-labelledby="path-title" tabIndex={-1}>
      <div class="head">
        <Ring
          fraction={fraction}
          done={done}
          of={of}
          label={say.plain(path.title)}
          text={words.progress(done, of)}
        />
        <div class="heading">
          <h2 class="title" id="path-title">
            <Line text={say.rich(path.title)} follow={ui.follow} />
          </h2>
          <p class="small">{words.progress(done, of)}</p>
        </div>
        <Close label={words.close} onClick={() => ui.act({ do: 'close' })} />
      </div>
      <div class="body">
        {path.body && !finished && (
          <div class="text">
            <RichText text={say.rich(path.body)} follow={ui.follow} />
          </div>
        )}
        {item.praise && !finished && <Praise item={item} ui={ui} />}
        {finished && <Goodbye ui={ui} />}
        <TaskList progress={item.progress} ui={ui} />
      </div>
      <output class="hidden">{news}</output>
    </dialog>
  )
}

function Praise({ item, ui }: ChecklistProps): VNode {
  return (
    <p class="praise">
      <Icon name="tick" />
      <span>
        <strong>{ui.words.wellDone}</strong> · {ui.say.plain(item.praise?.title)}
      </span>
    </p>
  )
}

function Goodbye({ ui }: { ui: Ui }): VNode {
  return (
    <div class="praise">
      <Icon name="tick" />
      <div>
        <strong>{ui.words.pathDone}</strong>
        <p>{ui.words.pathDoneBody}</p>
      </div>
    </div>
  )
}
