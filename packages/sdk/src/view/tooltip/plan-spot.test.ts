import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaOf, boxOf, intersect, type Box } from './box.ts'
import { type Rect, type Side } from './choose-place.ts'
import { planSpot, type Plan } from './plan-spot.ts'

interface World {
  width: number
  height: number
  target: Rect
  panel?: { width: number; height: number; least: number; head: number }
  preferred?: Side
  focused?: Rect
  /** What is left of the target by boxes that clip. */
  part?: Rect
}

const PANEL = { width: 300, height: 180, least: 140, head: 50 }
const GAP_PX = 13
const MARGIN_PX = 8

function plan({ width, height, target, part, focused, ...more }: World): Plan {
  const whole = boxOf(target)
  const view = boxOf({ x: 0, y: 0, width, height })
  return planSpot(
    {
      whole,
      part: intersect(part ? boxOf(part) : whole, view),
      scale: 1,
      viewport: view,
      view,
      panel: more.panel ?? PANEL,
      corner: 0,
      ringGap: 4,
      focused: focused && boxOf(focused),
    },
    more.preferred ?? 'bottom',
  )
}

const boxOfPanel = ({ x, y, size }: Plan): Box => boxOf({ x, y, ...size })
const overlap = (spot: Plan, rect: Rect): number => areaOf(intersect(boxOfPanel(spot), boxOf(rect)))

describe('planSpot: room', () => {
  it('takes the side with most room and no more height than there is', () => {
    const target = { x: 100, y: 150, width: 80, height: 30 }
    const spot = plan({ width: 320, height: 400, target, panel: { ...PANEL, height: 600 } })
    expect(spot).toMatchObject({ side: 'bottom', limit: 400 - 180 - GAP_PX - MARGIN_PX, y: 193 })
  })

  it('lies over the target, without an arrow, only where there is no room at all', () => {
    const target = { x: 0, y: 0, width: 320, height: 256 }
    const spot = plan({ width: 320, height: 256, target })
    expect(spot.apart).toBe(true)
    expect(spot.y + spot.size.height).toBeLessThanOrEqual(256 - MARGIN_PX)
  })

  it('takes no more than 60 % of the height', () => {
    const target = { x: 400, y: 100, width: 80, height: 30 }
    const spot = plan({ width: 1000, height: 1000, target, panel: { ...PANEL, height: 2000 } })
    expect(spot.size.height).toBe(600)
  })

  const lengths = fc.record({
    width: fc.integer({ min: 320, max: 1600 }),
    height: fc.integer({ min: 200, max: 1200 }),
    panel: fc.record({
      width: fc.constant(300),
      height: fc.integer({ min: 140, max: 900 }),
      least: fc.constant(140),
      head: fc.constant(50),
    }),
    preferred: fc.constantFrom<Side>('top', 'right', 'bottom', 'left'),
    target: fc.record({
      x: fc.integer({ min: -300, max: 1700 }),
      y: fc.integer({ min: -300, max: 1300 }),
      width: fc.integer({ min: 0, max: 1800 }),
      height: fc.integer({ min: 0, max: 1400 }),
    }),
  })

  it('keeps the whole panel within what is seen', () => {
    fc.assert(
      fc.property(lengths, (world) => {
        const { left, top, right, bottom } = boxOfPanel(plan(world))
        expect(left).toBeGreaterThanOrEqual(MARGIN_PX)
        expect(top).toBeGreaterThanOrEqual(MARGIN_PX)
        expect(right).toBeLessThanOrEqual(world.width - MARGIN_PX)
        expect(bottom).toBeLessThanOrEqual(world.height - MARGIN_PX)
      }),
    )
  })

  it('never covers the target where any side has room for the least of it', () => {
    fc.assert(
      fc.property(lengths, (world) => {
        const { width, height, target, panel } = world
        const view = boxOf({ x: 0, y: 0, width, height })
        const part = intersect(boxOf(target), view)
        const taken = GAP_PX + MARGIN_PX
        const upright = Math.max(part.top, height - part.bottom) - taken >= panel.least
        const across =
          Math.max(part.left, width - part.right) - taken >= panel.width &&
          height - 2 * MARGIN_PX >= panel.least
        fc.pre((upright || across) && !plan(world).away)
        expect(overlap(plan(world), target)).toBe(0)
      }),
    )
  })
})

describe('planSpot: what has the focus', () => {
  const target = { x: 400, y: 300, width: 100, height: 40 }

  it('stays where it is beside what it does not cover', () => {
    const far = { x: 10, y: 10, width: 100, height: 30 }
    expect(plan({ width: 1280, height: 720, target, focused: far }).side).toBe('bottom')
  })

  it('makes way for what it would cover', () => {
    const focused = { x: 380, y: 380, width: 100, height: 30 }
    const spot = plan({ width: 1280, height: 720, target, focused })
    expect(spot.side).toBe('top')
    expect(overlap(spot, focused)).toBe(0)
    expect(overlap(spot, target)).toBe(0)
  })

  it('folds to its head where the whole of it has no other place', () => {
    const low = { x: 10, y: 10, width: 100, height: 40 }
    const focused = { x: 10, y: 100, width: 100, height: 40 }
    const spot = plan({ width: 320, height: 256, target: low, focused })
    expect(spot).toMatchObject({ folded: true, limit: PANEL.head })
    expect(overlap(spot, focused)).toBe(0)
    expect(overlap(spot, low)).toBe(0)
  })

  it('never hides it, nor the target, wherever it is on a screen of a desk', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 1180 }),
      y: fc.integer({ min: 0, max: 680 }),
      width: fc.constant(100),
      height: fc.constant(40),
    })
    fc.assert(
      fc.property(place, place, (one, focused) => {
        const spot = plan({ width: 1280, height: 720, target: one, focused })
        expect(overlap(spot, focused)).toBeLessThanOrEqual(2000)
        expect(overlap(spot, one)).toBe(0)
      }),
    )
  })
})

describe('planSpot: what is left of the target', () => {
  const target = { x: 100, y: 100, width: 200, height: 100 }

  it('ends the ring where a box cuts the target off', () => {
    const part = { x: 100, y: 100, width: 200, height: 60 }
    const { around } = plan({ width: 800, height: 600, target, part })
    expect(around).toEqual({ x: 100, y: 100, width: 200, height: 60 - 4 })
  })

  it('points at the middle of what is seen of it', () => {
    const part = { x: 200, y: 100, width: 100, height: 100 }
    expect(plan({ width: 800, height: 600, target, part }).rect).toEqual(part)
  })

  it.each([
    [60, false],
    [10, true],
    [-50, true],
  ])('with %i px of it in view, away is %s', (height, away) => {
    const part = { x: 100, y: 100, width: 200, height }
    expect(plan({ width: 800, height: 600, target, part }).away).toBe(away)
  })

  it('stays with a target that is larger than the window', () => {
    const huge = { x: 0, y: -1000, width: 800, height: 3000 }
    expect(plan({ width: 800, height: 600, target: huge }).away).toBe(false)
  })
})
