/* These functions run in the page. Each stands alone: it is sent there as its text. */

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What is to be seen of us at this moment. */
export interface Sight {
  /** How many host elements of ours are in the page, open shadow roots included. */
  roots: number
  /** The tag, or tag#id, that we are mounted in. */
  owner: string
  /** The words of the title, if a panel is painted. */
  title: string | undefined
  panel: Box | undefined
  /** The one filled button of the panel. */
  button: Box | undefined
  /** A press on that button would reach it. */
  isHit: boolean
  /** Something of it is on its way: it glides or fades. */
  isMoving: boolean
  target: Box | undefined
}

/** What the page has kept since it was opened. */
export interface Seen {
  errors: readonly string[]
  warnings: readonly string[]
  refusals: readonly string[]
  reports: readonly { name: string; properties: Record<string, unknown>; at: number }[]
}

declare global {
  var seen: Seen
}

/** Looks for our panel and the element that `selector` names (first match, open shadow roots too). */
export function look(selector: string): Sight {
  const all = (root: Document | ShadowRoot, css: string): Element[] => {
    const kind = root === document ? Document : DocumentFragment
    const found: Element[] = []
    for (const element of kind.prototype.querySelectorAll.call(root, '*')) {
      if (element.matches(css)) found.push(element)
      if (element.shadowRoot) found.push(...all(element.shadowRoot, css))
    }
    return found
  }
  // WebKit measures a zoomed element in its own px.
  const zoomOf = (element: Element): number => {
    if ('currentCSSZoom' in Element.prototype) return 1
    let zoom = 1
    for (let at: Element | null = element; at;) {
      zoom *= Number(getComputedStyle(at).zoom) || 1
      const root = at.getRootNode()
      at = at.assignedSlot ?? at.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    }
    return zoom
  }
  const boxOf = (element: Element | null | undefined): Box | undefined => {
    if (!element) return undefined
    const { x, y, width, height } = element.getBoundingClientRect()
    const zoom = zoomOf(element)
    return { x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom }
  }
  const hit = (box: Box | undefined): Element | null => {
    if (!box) return null
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    let found = Document.prototype.elementFromPoint.call(document, x, y)
    for (;;) {
      const inner = found?.shadowRoot?.elementFromPoint(x, y)
      if (!inner || inner === found) return found
      found = inner
    }
  }
  const roots = all(document, 'firstwin-root')
  const [root] = roots
  const panels = [...(root?.shadowRoot?.querySelectorAll('.panel') ?? [])]
  const panel = panels.find(
    (one) =>
      one.getBoundingClientRect().height > 0 &&
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  )
  const button = panel?.querySelector('.button:not(.quiet)')
  const owner = root?.parentNode
  const name =
    owner instanceof Element ? owner : owner instanceof ShadowRoot ? owner.host : undefined
  return {
    roots: roots.length,
    owner: name ? name.localName + (name.id && `#${name.id}`) : '',
    title: panel?.querySelector('.title')?.textContent ?? undefined,
    panel: boxOf(panel),
    button: boxOf(button),
    isHit: button !== null && button !== undefined && button.contains(hit(boxOf(button))),
    isMoving: (root?.shadowRoot?.getAnimations() ?? []).some(
      ({ playState }) => playState === 'running',
    ),
    target: boxOf(all(document, selector)[0]),
  }
}
