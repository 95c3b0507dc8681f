import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { gapBetween, openStage, painted, type GeometryStage } from './geometry-stage.fixture.ts'

let stage: GeometryStage

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStage()
})

afterEach(() => stage.close())

const rectOf = (id: string): DOMRect => stage.element(id).getBoundingClientRect()
const panelRect = (): DOMRect => stage.panel().getBoundingClientRect()

const HEADER =
  '<header id="bar" style="position:fixed;inset:0 0 auto;height:90px;z-index:9"></header>'

describe('a target out of view is brought into it', () => {
  it('from under a fixed header, as a whole, without any scroll-padding', async () => {
    stage.html(`${HEADER}<div style="height:3000px"><b id="t" style="left:300px;top:575px"></b>`)
    window.scrollTo({ top: 500, behavior: 'instant' })
    await stage.show()
    expect(rectOf('t').top).toBeGreaterThanOrEqual(90)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('from under a sticky head of a box, in that box', async () => {
    stage.html(
      '<div id="box" style="overflow:auto;height:400px;position:relative"><div id="bar" style="position:sticky;top:0;height:60px"></div>' +
        '<div style="height:2000px"><b id="t" style="left:100px;top:540px"></b>',
    )
    stage.element('box').scrollTop = 500
    await stage.show()
    expect(rectOf('t').top).toBeGreaterThanOrEqual(rectOf('bar').bottom)
    expect(window.scrollY).toBe(0)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('and shown, although something moves for ever', async () => {
    stage.css('@keyframes turn{to{translate:30px}}#t{animation:turn 300ms infinite alternate}')
    stage.html('<div style="height:3000px"><b id="t" style="left:300px;top:2000px"></b>')
    await stage.show()
    expect(rectOf('t').bottom).toBeLessThan(600)
    expect(rectOf('t').top).toBeGreaterThan(0)
  })

  it('from behind a fixed foot', async () => {
    stage.html(
      '<footer id="bar" style="position:fixed;inset:auto 0 0;height:80px"></footer>' +
        '<div style="height:3000px"><b id="t" style="left:300px;top:540px"></b>',
    )
    await stage.show()
    expect(rectOf('t').bottom).toBeLessThanOrEqual(rectOf('bar').top)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it.each([
    ['scroll-padding', 'html{scroll-padding-top:120px}', 120],
    ['scroll-margin', '#t{scroll-margin-top:70px}', 70],
  ])('with its %s kept', async (_, css, top) => {
    await page.viewport(900, 300)
    stage.css(css)
    stage.html('<div style="height:3000px"><b id="t" style="left:300px;top:1500px"></b>')
    window.scrollTo({ top: 1495, behavior: 'instant' })
    await stage.show()
    expect(rectOf('t').top).toBeGreaterThanOrEqual(top - 0.5)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('in a host that scrolls smoothly, and is shown only when that has settled', async () => {
    stage.css('html{scroll-behavior:smooth}')
    stage.html('<div style="height:6000px"><b id="t" style="left:300px;top:4000px"></b>')
    let wasShown = 0
    const watch = (): void => {
      const { top, bottom } = rectOf('t')
      const isIn = top >= 0 && bottom <= 600
      const shown = stage.view.shadow().querySelector('.tooltip[data-side]:not([data-away])')
      if (shown && !isIn) wasShown += 1
    }
    window.addEventListener('scroll', watch)
    await stage.show()
    window.removeEventListener('scroll', watch)
    expect(wasShown).toBe(0)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('through boxes in boxes, in both directions', async () => {
    stage.html(
      '<div style="height:1500px"></div><div id="out" style="overflow:auto;width:500px;height:400px"><div style="width:3000px;height:1000px">' +
        '<div id="in" style="overflow:auto;width:400px;height:300px;margin:600px 0 0 1400px;position:relative"><div style="height:2000px;width:2000px">' +
        '<b id="t" style="left:1400px;top:1200px"></b>',
    )
    await stage.show()
    expect(stage.offBy()).toBeLessThan(1)
    const [target, outer, inner] = [rectOf('t'), rectOf('out'), rectOf('in')]
    for (const box of [outer, inner]) {
      expect(target.left).toBeGreaterThanOrEqual(box.left)
      expect(target.right).toBeLessThanOrEqual(box.right)
      expect(target.bottom).toBeLessThanOrEqual(box.bottom)
    }
  })

  it('in a page that is written from right to left', async () => {
    stage.css('html{direction:rtl}')
    stage.html(
      '<div style="width:3000px;height:100px"><b id="t" style="right:1800px;top:300px"></b>',
    )
    await stage.show()
    expect(rectOf('t').left).toBeGreaterThanOrEqual(0)
    expect(stage.offBy()).toBeLessThan(1)
  })
})

describe('a target is brought into view once', () => {
  it('and what is in view already does not move', async () => {
    stage.html('<div style="height:3000px"><b id="t" style="left:300px;top:420px"></b>')
    window.scrollTo({ top: 100, behavior: 'instant' })
    await stage.show()
    expect(window.scrollY).toBe(100)
  })

  it('so that a user who scrolls away stays there, also when it is drawn anew', async () => {
    stage.html('<div id="box" style="height:3000px"><b id="t" style="left:300px;top:1000px"></b>')
    await stage.show()
    window.scrollTo({ top: 2000, behavior: 'instant' })
    await painted()
    expect(stage.panel().hasAttribute('data-away')).toBe(true)
    const again = stage.element('t').cloneNode()
    stage.element('t').replaceWith(again)
    const shown = stage.show(again as Element)
    await painted()
    await painted()
    expect(window.scrollY).toBe(2000)
    window.scrollTo({ top: 800, behavior: 'instant' })
    await shown
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('and a fixed one does not move the page', async () => {
    stage.html(
      '<div style="height:3000px"><b id="t" style="position:fixed;left:300px;top:590px"></b>',
    )
    stage.view.show(undefined)
    window.scrollTo({ top: 200, behavior: 'instant' })
    stage.element('t').style.top = '400px'
    await stage.show()
    expect(window.scrollY).toBe(200)
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('and what only scripts may scroll is left as it is', async () => {
    stage.html(
      '<div id="box" style="overflow:hidden;height:100px;position:relative"><div style="height:400px"><b id="t" style="left:20px;top:80px"></b>',
    )
    await stage.show()
    expect(stage.element('box').scrollTop).toBe(0)
  })
})

describe('a step in a small window', () => {
  const LONG = 'Some more words of it. '.repeat(52)

  const expectWhole = (width: number, height: number): void => {
    const { left, top, right, bottom } = panelRect()
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(width)
    expect(bottom).toBeLessThanOrEqual(height)
    for (const part of ['.close', '.foot .button:last-child', '.title']) {
      const found = stage.panel().querySelector(part)?.getBoundingClientRect() as DOMRect
      const hit = stage.view
        .shadow()
        .elementFromPoint((found.left + found.right) / 2, (found.top + found.bottom) / 2)
      expect(hit?.closest(part)).not.toBeNull()
    }
  }

  it.each([
    [320, 256, 'left:20px;top:110px'],
    [320, 256, 'left:200px;top:5px'],
    [320, 256, 'left:200px;top:220px'],
    [320, 480, 'left:235px;top:200px'],
    [375, 667, 'left:20px;top:600px'],
  ])('%i by %i shows its head, buttons and target at %s', async (width, height, place) => {
    await page.viewport(width, height)
    stage.html(`<div style="height:1500px"><b id="t" style="${place}"></b>`)
    await stage.show(undefined, { body: LONG })
    expectWhole(width, height)
    expect(gapBetween(panelRect(), rectOf('t'))).toBeGreaterThan(0)
  })

  it('lies over a target that fills it, in reach, with the ring in view', async () => {
    stage.html('<b id="t" style="left:0;top:0;width:2000px;height:3000px"></b>')
    await stage.show(undefined, { body: LONG })
    expectWhole(900, 600)
    expect(getComputedStyle(stage.panel().querySelector('.arrow') as Element).display).toBe('none')
    const { left, top, right, bottom } = stage.ring().getBoundingClientRect()
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-4)
    expect(right).toBeLessThanOrEqual(900)
    expect(bottom).toBeLessThanOrEqual(600)
  })

  it('clips nothing when the user spaces the text out', async () => {
    await page.viewport(320, 256)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    )
    stage.html('<div style="height:1500px"><b id="t" style="left:20px;top:110px"></b>')
    await stage.show(undefined, { title: 'Donaudampfschifffahrtsgesellschaft', body: LONG })
    stage.view.shadow().adoptedStyleSheets.push(sheet)
    await painted()
    await painted()
    expectWhole(320, 256)
    const clipped = [...stage.panel().querySelectorAll('.title, .button, .position')].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1,
    )
    expect(clipped).toEqual([])
  })
})
