import { ofDocument } from '../../node/of-document.ts'
import { isElement } from './is-element.ts'
import { matches, readNode, rectOf } from '../../node/read-node.ts'

interface Place {
  /** What holds the target too: its background lies behind the target. */
  around: ReadonlySet<Node>
  point: { x: number; y: number }
}

const ENOUGH = 0.9
/** The widest scroll bar of any system, in px. */
const SCROLL_BAR = 17
/** They paint all of their box by themselves. */
const PAINTED = 'img,video,canvas,iframe,embed,object'

/**
 * Whether something at this point cannot be seen through: `layers` is the uppermost element there and
 * all that holds it, from the inside out. Layers as large as the viewport do not count: they are the
 * host's stage, and our own layer is above them. Nor do bars at the edge of the page that it scrolls
 * under: what is pointed at is brought out from there.
 */
export function isOpaque(layers: readonly Element[], { around, point }: Place): boolean {
  if (layers.some((layer) => !around.has(layer) && isBar(layer)) && canScroll(around)) return false
  const opacity = layers.reduce((all, one) => all * Number(getComputedStyle(one).opacity), 1)
  if (opacity < ENOUGH) return false
  return layers.some((layer) => !around.has(layer) && paints(layer) && fits(layer, point))
}

function paints(layer: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(layer)
  if (matches(layer, PAINTED) || alphaOf(backgroundColor) >= ENOUGH) return true
  const colours = backgroundImage.match(/[a-z]+\([^()]*\)/g) ?? []
  return backgroundImage !== 'none' && colours.every((colour) => alphaOf(colour) >= ENOUGH)
}

/** As computed styles write it: `rgba(1, 2, 3, 0.5)`, `oklch(1 2 3 / 0.5)`; 1 where nothing is said. */
function alphaOf(colour: string): number {
  const alpha = /(?:^rgba\(.*,|\/)\s*([\d.]+)(%?)\)$/.exec(colour)
  return alpha ? Number(alpha[1]) / (alpha[2] ? 100 : 1) : 1
}

function fits(layer: Element, { x, y }: Place['point']): boolean {
  const { left, top, right, bottom } = rectOf(layer)
  const { width, height } = viewOf(layer)
  const isStage = left <= 0 && top <= 0 && right >= width && bottom >= height
  return !isStage && x >= left && x <= right && y >= top && y <= bottom
}

/** A header, footer or notice that stays where it is while the page scrolls. */
function isBar(layer: Element): boolean {
  if (!/^(?:fixed|sticky)$/.test(getComputedStyle(layer).position)) return false
  const { top, bottom, height } = rectOf(layer)
  const view = viewOf(layer)
  return (top <= 0 || bottom >= view.height) && height < view.height / 2
}

/** The size of the viewport, less what scroll bars may take of it. */
function viewOf(element: Element): { width: number; height: number } {
  const { innerWidth, innerHeight } =
    ofDocument('defaultView', readNode(element, 'ownerDocument')) ?? window
  return { width: innerWidth - SCROLL_BAR, height: innerHeight - SCROLL_BAR }
}

function canScroll(around: ReadonlySet<Node>): boolean {
  return [...around].some(
    (one) =>
      isElement(one) &&
      readNode(one, 'scrollHeight') > readNode(one, 'clientHeight') &&
      (matches(one, ':root') || /auto|scroll/.test(getComputedStyle(one).overflowY)),
  )
}
