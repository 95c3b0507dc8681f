import { Component } from 'preact'
import type { VNode } from 'preact'
import type { PathScene, SceneItem } from '../../scene.ts'
import { Ring } from '../controls/ring.tsx'
import type { Ui } from '../part.ts'
import { newsOf } from './news-of.ts'

interface LauncherProps {
  progress: PathScene
  /** What stands beside it. */
  item: SceneItem | undefined
  ui: Ui
}

/**
 * The pill that opens and closes the checklist. It stays in its corner on every page, in a landmark,
 * because we come after all that the page has. It reads out what gets done, also while the list that
 * says so is not there or just unfolds.
 */
export class Launcher extends Component<LauncherProps> {
  private before = this.props.progress
  private news = ''

  override render({ progress, item, ui }: LauncherProps): VNode {
    this.news = newsOf(this.before, progress, { item, ui }) || this.news
    this.before = progress
    const { done, of, fraction } = progress
    const { gettingStarted, progress: says, lang } = ui.words
    const expanded = item?.kind === 'checklist'
    return (
      <section lang={lang} aria-label={gettingStarted}>
        <button
          type="button"
          class="launcher"
          aria-expanded={expanded}
          aria-haspopup="dialog"
          onClick={() => ui.act({ do: expanded ? 'close' : 'open' })}
        >
          <Ring fraction={fraction} done={done} of={of} />
          <span class="launcher-name">
            {gettingStarted}
            <span class="aloud">, {says(done, of)}</span>
          </span>
          <span class="small" aria-hidden="true">
            {done}/{of}
          </span>
        </button>
        <output class="hidden">{this.news}</output>
      </section>
    )
  }
}
