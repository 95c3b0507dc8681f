import type { Step } from '@firstwin/schema'
import { expect } from 'vitest'
import { openView, type OpenView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'

/** A page for tests of geometry, with a step on it. */
export interface GeometryStage {
  view: OpenView
  /** What the page holds. Each `b` in it is absolute, 80 by 30 px, unless its style says otherwise. */
  html: (markup: string) => void
  css: (text: string) => void
  element: (id: string) => HTMLElement
  panel: () => HTMLElement
  ring: () => HTMLElement
  /** Shows a step on `#t`, or another target, and waits until nothing moves. */
  show: (target?: Element, step?: Partial<Step>) => Promise<void>
  /**
   * The most that the panel's distance from its target, or an edge of the ring, is wrong by, in px;
   * `Infinity` while they cannot be seen. A page zoomed by `scale` zooms the distances.
   */
  offBy: (scale?: number) => number
  close: () => void
}

const BASE = 'html,body{margin:0}body{min-height:100vh}b{position:absolute;width:80px;height:30px}'
const GAP_PX = 13
const RING_PX = 4

export function openStage(): GeometryStage {
  const view = openView()
  const style = document.createElement('style')
  style.textContent = BASE
  document.head.append(style)
  document.body.replaceChildren()
  document.body.removeAttribute('style')
  let target: Element | undefined

  const element = (id: string): HTMLElement => find(document, `#${id}`)
  const panel = (): HTMLElement => find(view.shadow(), '.tooltip')
  const ring = (): HTMLElement => find(view.shadow(), '.ring')

  return {
    view,
    element,
    panel,
    ring,
    html: (markup) => void (document.body.innerHTML = markup),
    css: (text) => void (style.textContent += text),
    async show(wanted = element('t'), step = {}) {
      target = wanted
      view.show(stepScene(step, { target, requested: false }))
      await expect.poll(() => panel().hasAttribute('data-away'), { timeout: 5000 }).toBe(false)
      await Promise.all([panel(), ring()].flatMap(endOfMotion))
      await painted()
      await painted()
    },
    offBy(scale = 1) {
      if (!target || panel().hasAttribute('data-away')) return Infinity
      const at = target.getBoundingClientRect()
      const drawn = ring().getBoundingClientRect()
      const gap = gapBetween(panel().getBoundingClientRect(), at)
      const grown = RING_PX * scale
      const errors = [
        gap - GAP_PX * scale,
        drawn.left - at.left + grown,
        drawn.top - at.top + grown,
        drawn.right - at.right - grown,
        drawn.bottom - at.bottom - grown,
      ]
      return Math.max(...errors.map(Math.abs))
    },
    close() {
      view.remove()
      style.remove()
      document.documentElement.removeAttribute('style')
      document.body.replaceChildren()
      window.scrollTo({ left: 0, top: 0, behavior: 'instant' })
    },
  }
}

/** Resolves when the frame under way has been drawn. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
  })
}

/** Between the edges that face each other; negative where they overlap. */
export function gapBetween(one: DOMRect, other: DOMRect): number {
  return Math.max(
    one.top - other.bottom,
    other.top - one.bottom,
    one.left - other.right,
    other.left - one.right,
  )
}

function endOfMotion(element: HTMLElement): Promise<unknown>[] {
  return element.getAnimations().map(({ finished }) => finished.catch(() => {}))
}

function find(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector}.`)
  return found
}
