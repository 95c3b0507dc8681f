import type { VNode } from 'preact'
import type { SceneItem } from '../../scene.ts'
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
  launcher: (progress, item, ui) => <Launcher progress={progress} item={item} ui={ui} />,
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

function Checklist({ item, ui }: ChecklistProps): VNode {
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
          <p class="small" lang={words.lang}>
            {words.progress(done, of)}
          </p>
        </div>
        <Close words={words} onClick={() => ui.act({ do: 'close' })} />
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
