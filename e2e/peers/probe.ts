import type { Box } from '../hostile/probe.ts'
import type { Library } from './library.ts'

/** What is to be seen of a library at this moment. The same eyes for all of them. */
export interface Sight {
  title: string | undefined
  panel: Box | undefined
  next: Box | undefined
  close: Box | undefined
  /** A press on the middle of Next would reach it. */
  isHit: boolean
  target: Box | undefined
  window: { width: number; height: number }
}

export type Parts = Pick<Library, 'panel' | 'title' | 'next' | 'close'>

/** Stands alone: it is sent to the page as its text. */
export function look({ parts, target }: { parts: Parts; target: string }): Sight {
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ]
  const all = (css: string): Element[] =>
    roots(document).flatMap((root) => Array.from(root.querySelectorAll(css)))
  const boxOf = (element: Element | null | undefined): Box | undefined => {
    if (!element) return undefined
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  }
  const hit = (box: Box): Element | null => {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    let found = document.elementFromPoint(x, y)
    for (;;) {
      const inner = found?.shadowRoot?.elementFromPoint(x, y)
      if (!inner || inner === found) return found
      found = inner
    }
  }
  const isSeen = (element: Element): boolean =>
    element.getBoundingClientRect().height > 0 &&
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const panel = all(parts.panel).find(isSeen)
  const next = panel?.querySelector(parts.next)
  const nextBox = boxOf(next)
  return {
    title: panel?.querySelector(parts.title)?.textContent ?? undefined,
    panel: boxOf(panel),
    next: nextBox,
    close: boxOf(panel?.querySelector(parts.close)),
    isHit: Boolean(next && nextBox && next.contains(hit(nextBox))),
    target: boxOf(all(target).find(isSeen)),
    window: { width: innerWidth, height: innerHeight },
  }
}

/** The element that has the focus, through open shadow roots, matches. */
export function hasFocus(css: string): boolean {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active?.matches(css) ?? false
}

/** What lies over the middle of this element is the element itself. */
export function isFree(css: string): boolean {
  const element = document.querySelector(css)
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect(-9)
  const hit = document.elementFromPoint(x + width / 2, y + height / 2)
  return Boolean(element?.contains(hit))
}

/** Something of the page is animated by the browser at this moment. */
export function isAnimated(): boolean {
  const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ]
  return roots(document).some((root) =>
    root.getAnimations().some(({ playState }) => playState === 'running'),
  )
}
