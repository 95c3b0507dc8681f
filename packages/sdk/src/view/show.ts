import type { SceneItem, ViewOptions } from '../scene.ts'
import type { Attendance } from './attend.ts'
import { itemKey, panelKey } from './item-key.ts'
import { createLayer } from './layer.ts'
import type { Layer } from './layer.ts'
import type { Mount } from './mount.ts'
import type { Stage, Ui } from './part.ts'
import type { SpeakingPart } from './speak.ts'

interface ShowOptions {
  mount: Mount
  /** Done at once, or when what does it has come. */
  ask: (run: (attendance: Attendance) => void) => void
  /** Where the focus goes when what had it is gone. */
  launcher: () => HTMLElement | undefined
  reduced: () => boolean
  onShown: ViewOptions['onShown']
  oops: ViewOptions['oops']
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
  /** A step that is under way, and waits out of sight, is not read out again when it comes back. */
  clear: (isUnderWay: boolean) => void
  current: () => Pick<Drawing, 'item' | 'part'> | undefined
  remove: () => void
}

interface State {
  drawing: Drawing
  layer: Layer
  lifetime: AbortController
}

export function createShow(options: ShowOptions): Show {
  const { mount, ask, launcher, reduced } = options
  let state: State | undefined
  let lastStep = ''

  const hasFocus = (): boolean => state?.layer.element.contains(mount.shadow.activeElement) ?? false

  const leave = (): void => {
    if (!state) return
    const { layer, lifetime } = state
    lifetime.abort()
    layer.retire()
    if (reduced()) layer.remove()
    else ask(({ fadeOut }) => fadeOut(layer))
    state = undefined
  }

  return {
    current: () => state?.drawing,
    draw(drawing) {
      const hadFocus = hasFocus()
      const { item, part, ui } = drawing
      if (state && panelKey(state.drawing.item) !== panelKey(item)) leave()
      const before = state
      const isNew = !before || itemKey(before.drawing.item) !== itemKey(item)
      const settles = isNew || targetOf(before.drawing.item) !== targetOf(item)
      if (settles) before?.lifetime.abort()
      const layer = before?.layer ?? createLayer(mount.root)
      const lifetime = before && !settles ? before.lifetime : new AbortController()
      state = { drawing, layer, lifetime }
      layer.draw(part.draw(item, ui))
      const takesFocus = isNew && (wantsFocus(drawing) || hadFocus)
      // A step that comes back with its target has been read out.
      const isNews = isNew && (item.kind !== 'step' || item.key !== lastStep)
      lastStep = item.kind === 'step' ? item.key : ''
      if (settles) settle(state, options, { isNew, isNews, takesFocus })
    },
    clear(isUnderWay) {
      if (!isUnderWay) lastStep = ''
      const target = state && targetOf(state.drawing.item)
      const hadFocus = hasFocus()
      leave()
      if (hadFocus) ask(({ giveBack }) => giveBack(target, launcher()))
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
  /** It is to be read out. */
  isNews: boolean
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
    oops: options.oops,
    announce: (text) => {
      if (arrival.isNews) options.ask(({ announce }) => announce(text))
    },
  }
  drawing.part.settle?.(drawing.item, stage)
  options.ask(({ letScroll, take }) => {
    letScroll(panel, signal)
    if (arrival.takesFocus) take(panel, options.launcher())
  })
  if (arrival.isNew) options.onShown?.(drawing.item)
}

function targetOf(item: SceneItem): Element | undefined {
  return item.kind === 'step' ? item.target : undefined
}

/** A step that came by itself never takes the focus. */
function wantsFocus({ item, asked }: Drawing): boolean {
  const answer = asked()
  return item.kind === 'step' ? item.requested : answer
}
