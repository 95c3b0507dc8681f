import type { SceneItem, ViewOptions } from '../scene.ts'
import type { FocusKeeper } from './focus-keeper.ts'
import { itemKey, panelKey } from './item-key.ts'
import { createLayer } from './layer.ts'
import type { Layer } from './layer.ts'
import type { Stage, Ui } from './part.ts'
import type { SpeakingPart } from './speak.ts'

interface ShowOptions {
  root: HTMLElement
  focus: FocusKeeper
  /** Where the focus goes when what had it is gone. */
  launcher: () => HTMLElement | undefined
  announce: (text: string) => void
  reduced: () => boolean
  onShown: ViewOptions['onShown']
}

interface Drawing {
  item: SceneItem
  part: SpeakingPart
  ui: Ui<unknown>
  /** The user asked us for it: the focus goes to it. Asked only about new ones. */
  asked: () => boolean
}

/** The one item on screen: draws it, and tells new ones from redraws. */
export interface Show {
  draw: (drawing: Drawing) => void
  clear: () => void
  current: () => { item: SceneItem; part: SpeakingPart; hasFocus: boolean } | undefined
  remove: () => void
}

interface State {
  drawing: Drawing
  layer: Layer
  lifetime: AbortController
}

export function createShow(options: ShowOptions): Show {
  const { focus, reduced } = options
  let state: State | undefined

  const hasFocus = (): boolean => state !== undefined && focus.isIn(state.layer.element)

  const leave = (): void => {
    state?.lifetime.abort()
    state?.layer.leave(reduced())
    state = undefined
  }

  return {
    current: () => state && { ...state.drawing, hasFocus: hasFocus() },
    draw(drawing) {
      const hadFocus = hasFocus()
      const { item, part, ui } = drawing
      if (state && panelKey(state.drawing.item) !== panelKey(item)) leave()
      const before = state
      const isNew = !before || itemKey(before.drawing.item) !== itemKey(item)
      const settles = isNew || targetOf(before.drawing.item) !== targetOf(item)
      if (settles) before?.lifetime.abort()
      const layer = before?.layer ?? createLayer(options.root)
      const lifetime = before && !settles ? before.lifetime : new AbortController()
      state = { drawing, layer, lifetime }
      layer.draw(part.draw(item, ui))
      const takesFocus = isNew && (wantsFocus(drawing) || hadFocus)
      if (settles) settle(state, options, { isNew, takesFocus })
    },
    clear() {
      const hadFocus = hasFocus()
      leave()
      if (hadFocus) focus.giveBack(options.launcher())
    },
    remove() {
      state?.lifetime.abort()
      state?.layer.remove()
      state = undefined
    },
  }
}

interface Arrival {
  isNew: boolean
  takesFocus: boolean
}

function settle(state: State, options: ShowOptions, arrival: Arrival): void {
  const { drawing, layer, lifetime } = state
  const panel = layer.panel()
  if (!panel) return
  const { signal } = lifetime
  const stage: Stage<unknown> = {
    panel,
    ui: drawing.ui,
    signal,
    reduced: options.reduced,
    announce: arrival.isNew ? options.announce : () => {},
  }
  drawing.part.settle?.(drawing.item, stage)
  letScroll(panel)
  if (!arrival.isNew) return
  if (arrival.takesFocus) giveFocus(panel, options)
  options.onShown?.(drawing.item)
}

/** What scrolls must take the keyboard, also in browsers that do not see to it themselves. */
function letScroll(panel: HTMLElement): void {
  const body = panel.querySelector<HTMLElement>('.body')
  if (body && body.scrollHeight > body.clientHeight) body.tabIndex = 0
}

/** A toast has no `tabindex`: it takes no focus, so the one before it gives it back. */
function giveFocus(panel: HTMLElement, { focus, launcher }: ShowOptions): void {
  if (panel.hasAttribute('tabindex')) focus.take(panel)
  else focus.giveBack(launcher())
}

function targetOf(item: SceneItem): Element | undefined {
  return item.kind === 'step' ? item.target : undefined
}

/** A step that came by itself never takes the focus. */
function wantsFocus({ item, asked }: Drawing): boolean {
  const answer = asked()
  return item.kind === 'step' ? item.requested : answer
}
