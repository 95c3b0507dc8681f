import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openStage, painted, type GeometryStage } from './geometry-stage.fixture.ts'

let stage: GeometryStage

beforeEach(() => {
  stage = openStage()
})

afterEach(() => stage.close())

const THIRDS = [1 / 6, 1 / 2, 5 / 6]

/** How many of nine points of the element can be seen; those out of the window count as not. */
function seenPoints(element: Element): number {
  const { left, top, width, height } = element.getBoundingClientRect()
  const spots = THIRDS.flatMap((x) => THIRDS.map((y) => [left + x * width, top + y * height]))
  return spots.filter(([x = 0, y = 0]) => document.elementFromPoint(x, y) === element).length
}

/** A page of buttons in rows, one of them the target of the step. */
function buttons(count: number, columns: number): string {
  const cells = Array.from(
    { length: count },
    (_, index) => `<button id="${index === Math.floor(count / 2) ? 't' : `b${index}`}">Go</button>`,
  )
  return `<div style="display:grid;gap:8px;grid-template-columns:repeat(${columns},1fr)">${cells.join('')}</div>`
}

describe('what has the focus is never hidden by the step', () => {
  it.each([
    [1280, 720, 120, 6],
    [320, 256, 24, 2],
  ])('at %i by %i', async (width, height, count) => {
    await page.viewport(width, height)
    stage.html(buttons(count, width > 400 ? 6 : 2))
    await stage.show(undefined, { body: 'Some words more than one line can take. '.repeat(4) })
    const hidden: string[] = []
    for (const button of document.querySelectorAll('button')) {
      button.focus()
      await painted()
      await painted()
      if (seenPoints(button) === 0) hidden.push(button.id)
      expect(stage.panel().hasAttribute('data-away')).toBe(seenPoints(stage.element('t')) === 0)
    }
    expect(hidden).toEqual([])
  })

  it('and the step is whole again when the focus has gone on', async () => {
    await page.viewport(320, 256)
    stage.html(
      '<b id="t" style="left:10px;top:8px"></b><button id="low" style="position:absolute;left:10px;top:110px;width:100px;height:60px"></button>',
    )
    await stage.show()
    const whole = stage.panel().getBoundingClientRect().height
    stage.element('low').focus()
    await painted()
    await painted()
    expect(stage.panel().hasAttribute('data-folded')).toBe(true)
    expect(seenPoints(stage.element('low'))).toBeGreaterThan(4)
    stage.element('low').blur()
    await painted()
    await painted()
    expect(stage.panel().hasAttribute('data-folded')).toBe(false)
    expect(stage.panel().getBoundingClientRect().height).toBe(whole)
  })
})
