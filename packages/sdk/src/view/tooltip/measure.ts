import { holds, isHtml, rootOf } from './ancestors.ts'
import { boxOf, intersect, rectOf, type Box } from './box.ts'
import type { Size } from './choose-place.ts'
import { deepFocus } from './deep-focus.ts'
import { isStyled } from './fit.ts'
import { ringGap } from './place-ring.ts'
import type { Parts } from './put-panel.ts'
import { seenPart, type Seen } from './seen-part.ts'
import { ofDocument } from '../../node/of-document.ts'

/** All that is read before anything is written, in px of our viewport. */
export interface Measured extends Seen {
  /** Of our document, without scroll bars. */
  viewport: Box
  /** What of it is seen: less where the user has zoomed in or a keyboard lies over it. */
  view: Box
  panel: Height & { width: number }
  corner: number
  /** What the ring stands off, in our own px. */
  ringGap: number
  focused: Box | undefined
}

interface Height {
  /** As high as it would like to be. */
  height: number
  /** What it needs to show its head, two lines of text and its buttons. */
  least: number
  /** Its title and its way out. */
  head: number
}

export interface Anchored extends Parts {
  target: Element
}

const LINES_PX = 44
/** Under the title of a folded panel. */
const FOLD_PX = 8

export function measure({ target, panel, ring }: Anchored): Measured {
  const seen = seenPart(target)
  const viewport = viewportOf(ring)
  const width = panel.offsetWidth
  const panelSize = { width, ...heightOf(panel) }
  const view = viewOf(viewport, { width, height: panelSize.least })
  const part = intersect(seen.part, view)
  const corner = Number.parseFloat(getComputedStyle(target).borderTopLeftRadius) || 0
  return {
    ...seen,
    part,
    viewport,
    view,
    panel: panelSize,
    corner: corner * seen.scale,
    ringGap: ringGap(ring),
    focused: focusedBox(target, panel),
  }
}

/** Our host covers what there is, whatever zooms, turns or moves the page. */
function viewportOf(ring: HTMLElement): Box {
  const root = ring.getRootNode()
  if (root instanceof ShadowRoot && isStyled(ring)) return boxOf(root.host.getBoundingClientRect())
  const { clientWidth: width, clientHeight: height } = ofDocument('documentElement')
  return boxOf({ x: 0, y: 0, width, height })
}

/** Zoomed in so far that the panel has no room, the user pans over it instead. */
function viewOf(viewport: Box, least: Size): Box {
  const visual = window.visualViewport
  if (!visual) return viewport
  const { offsetLeft: x, offsetTop: y, width, height } = visual
  const seen = intersect(viewport, boxOf({ x, y, width, height }))
  const { width: wide, height: high } = rectOf(seen)
  return wide >= least.width && high >= least.height ? seen : viewport
}

function heightOf(panel: HTMLElement): Height {
  const [step, head, body, foot] = ['.step', '.head', '.body', '.foot'].map((part) =>
    panel.querySelector<HTMLElement>(part),
  )
  if (!step || !head || !body) {
    return { height: panel.offsetHeight, least: panel.offsetHeight, head: panel.offsetHeight }
  }
  const borders = panel.offsetHeight - panel.clientHeight
  const frame = borders + head.offsetHeight + (foot?.offsetHeight ?? 0)
  const text = Math.max(body.scrollHeight, body.offsetHeight)
  return {
    height: frame + text,
    least: frame + Math.min(text, LINES_PX),
    head: borders + head.offsetHeight + FOLD_PX,
  }
}

/** The element of the page that has the focus, unless it is the target or holds it. */
function focusedBox(target: Element, panel: HTMLElement): Box | undefined {
  const focused = deepFocus()
  if (!focused || holds(focused, target) || holds(target, focused)) return undefined
  if (rootOf(focused) === panel.getRootNode() || !isHtml(focused)) return undefined
  return seenPart(focused).whole
}
