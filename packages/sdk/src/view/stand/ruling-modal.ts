import { rectOf } from '../../node/read-node.ts'
import { hit } from './hit.ts'
import { outerClosest } from './outer.ts'

type Point = readonly [x: number, y: number]

/** What is in full screen is one of them; the whole page there is still the page. */
export const MODAL = ':is(:modal, :fullscreen):not(:root)'

/** Of the width and the height of the viewport. */
const GRID = [0.5, 0.02, 0.98, 0.25, 0.75]

/**
 * Which of several modal layers rules. The top layer has an order of its own, which only hits tell:
 * everything outside of the one that rules is inert.
 */
export function rulingModal(known: readonly Element[], except: Element): Element | undefined {
  if (known.length < 2) return known[0]
  return modalAt([...known.map(middleOf), ...grid()], except) ?? known.at(-1)
}

/** The modal layer that covers the page, also one in a shadow root that nobody has told us of. */
export function findModal(except: Element): Element | undefined {
  return modalAt(grid(), except)
}

function modalAt(points: readonly Point[], except: Element): Element | undefined {
  for (const [x, y] of points) {
    const modal = outerClosest(hit(x, y, except), MODAL)
    if (modal) return modal
  }
  return undefined
}

function middleOf(element: Element): Point {
  const { x, y, width, height } = rectOf(element)
  return [x + width / 2, y + height / 2]
}

function grid(): Point[] {
  return GRID.flatMap((x) => GRID.map((y): Point => [x * innerWidth, y * innerHeight]))
}
