import type { Side } from './choose-place.ts'
import { EXACT, fitOf, toOwn } from './fit.ts'
import { glide } from './glide.ts'
import { measure, type Anchored } from './measure.ts'
import { planSpot, type Plan } from './plan-spot.ts'
import { putPanel } from './put-panel.ts'

/** What was written last, when the target was not there: everything stays, out of sight. */
const GONE = 'gone'

/** Keeps the panel and the ring where they belong, whenever it is told to look. */
export interface Keeper {
  plan: () => Plan
  /**
   * Measures and, if anything has changed since, writes. With `canResize` false it leaves out what
   * would change the panel's height.
   *
   * @returns `false` if all was as before.
   */
  look: (canResize?: boolean) => boolean
  /** Out of sight, until it is called with `false`. */
  hide: (hidden: boolean) => void
  /** Moves both from where they stood to where they stand. */
  glideFrom: (places: readonly [DOMRect, DOMRect]) => void
}

export function createKeeper(parts: Anchored, preferred: Side): Keeper {
  const { panel, ring } = parts
  let fit = EXACT
  let last = ''
  let isHidden = false
  let glides: Animation[] = []

  const plan = (): Plan => planSpot(toOwn(measure(parts), fit), preferred)

  return {
    plan,
    look(canResize = true) {
      if (isGone(parts.target)) {
        for (const part of [panel, ring]) part.toggleAttribute('data-away', true)
        const wasThere = last !== GONE
        last = GONE
        return wasThere
      }
      // The ring moves like the panel, but nothing else moves it than a glide: it tells where our
      // px are without another layout.
      if (last && !glides.some(({ playState }) => playState === 'running')) fit = fitOf(ring)
      const next = { ...plan() }
      next.away ||= isHidden
      const now = JSON.stringify(next)
      if (now === last) return false
      if (!canResize && `${next.limit}px` !== panel.style.maxHeight) return true
      last = now
      write(parts, next)
      return true
    },
    hide: (hidden) => void (isHidden = hidden),
    glideFrom(places) {
      glides = [panel, ring].flatMap((element, index) => {
        const from = places[index]
        return from ? [glide(element, own(from))] : []
      })
    },
  }

  function own({ x, y, width, height }: DOMRect): DOMRect {
    const { scale } = fit
    return new DOMRect((x - fit.x) / scale, (y - fit.y) / scale, width / scale, height / scale)
  }
}

/** Removed or not drawn: it has no place, not even the corner that its empty box would be at. */
function isGone(target: Element): boolean {
  return Element.prototype.getClientRects.call(target).length === 0
}

function write(parts: Anchored, plan: Plan): void {
  const { panel } = parts
  panel.style.maxHeight = `${plan.limit}px`
  panel.toggleAttribute('data-folded', plan.folded)
  const arrow = panel.querySelector<HTMLElement>('.arrow')
  const step = panel.querySelector<HTMLElement>('.step')
  // Not in the style sheet, which the first picture waits for.
  if (arrow) arrow.style.display = plan.apart ? 'none' : ''
  if (step) step.style.overflow = plan.folded ? 'hidden' : ''
  putPanel(parts, plan)
}
