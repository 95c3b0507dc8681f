import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePlace } from './choose-place.ts'
import type { Rect, Side } from './choose-place.ts'

const panel = { width: 300, height: 150 }
const viewport = { width: 1000, height: 800 }
const room = { viewport, gap: 12, margin: 8 }

function placeAt(x: number, y: number, preferred: Side = 'bottom') {
  const target: Rect = { x, y, width: 100, height: 40 }
  return choosePlace(target, panel, { ...room, preferred })
}

describe('choosePlace', () => {
  it.each<[Side, number, number]>([
    ['bottom', 350, 452],
    ['top', 350, 238],
    ['right', 562, 345],
    ['left', 138, 345],
  ])('stands on the preferred side, %s, at the middle of the target', (side, x, y) => {
    expect(placeAt(450, 400, side)).toEqual({ side, x, y, fits: true })
  })

  it.each<{ x: number; y: number; preferred: Side; side: Side }>([
    { x: 450, y: 760, preferred: 'bottom', side: 'top' },
    { x: 450, y: 10, preferred: 'top', side: 'bottom' },
    { x: 880, y: 400, preferred: 'right', side: 'left' },
    { x: 10, y: 400, preferred: 'left', side: 'right' },
  ])('takes $side where there is no room at the $preferred', ({ x, y, preferred, side }) => {
    expect(placeAt(x, y, preferred).side).toBe(side)
  })

  it('goes beside a target that fills the height', () => {
    const tall = { x: 100, y: 20, width: 100, height: 760 }
    expect(choosePlace(tall, panel, { ...room, preferred: 'bottom' }).side).toBe('right')
  })

  it('says so where it fits nowhere', () => {
    const huge = { x: 0, y: 0, width: 1000, height: 700 }
    const place = choosePlace(huge, panel, { ...room, preferred: 'bottom' })
    expect(place).toEqual({ side: 'bottom', x: 350, y: 642, fits: false })
  })

  it('slides along the edge instead of leaving the viewport', () => {
    expect(placeAt(0, 400)).toMatchObject({ side: 'bottom', x: 8, y: 452 })
    expect(placeAt(900, 400)).toMatchObject({ side: 'bottom', x: 692, y: 452 })
  })

  it('stays within the viewport wherever the target is', () => {
    const coordinate = fc.integer({ min: -2000, max: 3000 })
    const length = fc.integer({ min: 0, max: 2000 })
    const anyTarget = fc.record({ x: coordinate, y: coordinate, width: length, height: length })
    fc.assert(
      fc.property(anyTarget, (target) => {
        const place = choosePlace(target, panel, { ...room, preferred: 'top' })
        expect(place.x).toBeGreaterThanOrEqual(8)
        expect(place.y).toBeGreaterThanOrEqual(8)
        expect(place.x + panel.width).toBeLessThanOrEqual(viewport.width - 8)
        expect(place.y + panel.height).toBeLessThanOrEqual(viewport.height - 8)
      }),
    )
  })
})
