import type { Action } from '@firstwin/engine'
import type { VNode } from 'preact'
import type { PathScene, SceneItem } from '../scene.ts'
import type { Say } from './text/say.ts'
import type { Words } from './words/words.ts'

/** What a view is handed besides its item. */
export interface Ui<W = Words> {
  say: Say
  words: W
  locale: string
  act: (action: Action) => void
  follow: (href: string) => void
}

/** What a view works on once its panel stands in the page. */
export interface Stage<W = Words> {
  panel: HTMLElement
  ui: Ui<W>
  /** Aborts when the item changes or goes. Every listener, observer and timer takes it. */
  signal: AbortSignal
  /** Motion is off by the user's setting; asked for anew each time. */
  reduced: () => boolean
  /** Has it read out by screen readers, once, without moving the focus. */
  announce: (text: string) => void
  /** Hears of what went wrong later than in the call of `settle`. */
  oops: ((error: unknown) => void) | undefined
}

/**
 * How one kind of item is drawn. A part that gets an item of another kind draws nothing.
 */
export interface Part<W = Words> {
  css: string
  draw: (item: SceneItem, ui: Ui<W>) => VNode | undefined
  /** Called after the first draw of each new item. It can be seen once this has returned. */
  settle?: (item: SceneItem, stage: Stage<W>) => void
  /** What Escape does while the focus is in the panel. Dismisses with the reason `escape` if left out. */
  escape?: Action
  /** The closed form of the checklist. */
  launcher?: (progress: PathScene, item: SceneItem | undefined, ui: Ui<W>) => VNode | undefined
  /** Escape is meant for it while nothing has the focus, too. @default never */
  escapeFromPage?: (item: SceneItem) => boolean
}
