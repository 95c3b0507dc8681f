import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openStage, painted, type GeometryStage } from './geometry-stage.fixture.ts'

let stage: GeometryStage

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStage()
})

afterEach(() => stage.close())

describe('the step follows in the same frame', () => {
  it('when the page scrolls, down and up and sideways', async () => {
    stage.html(
      '<div style="width:3000px;height:3000px"><b id="t" style="left:400px;top:300px"></b>',
    )
    await stage.show()
    for (const [x, y] of [
      [0, 120],
      [0, 60],
      [150, 60],
      [0, 0],
    ] as const) {
      window.scrollTo({ left: x, top: y, behavior: 'instant' })
      await painted()
      expect(stage.offBy()).toBeLessThan(1)
    }
  })

  it('when a box in a box scrolls, and is gone while the target is', async () => {
    stage.html(
      '<div id="out" style="overflow:auto;height:500px;width:600px"><div style="height:900px">' +
        '<div id="in" style="overflow:auto;height:300px;width:500px;position:relative"><div style="height:900px">' +
        '<b id="t" style="left:50px;top:80px"></b>',
    )
    await stage.show()
    stage.element('in').scrollTop = 30
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
    stage.element('out').scrollTop = 20
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
    stage.element('in').scrollTop = 400
    await painted()
    expect(stage.panel().hasAttribute('data-away')).toBe(true)
    expect(stage.ring().hasAttribute('data-away')).toBe(true)
    stage.element('in').scrollTop = 0
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('when a box in an open shadow root scrolls', async () => {
    stage.html('<div id="host"></div>')
    const root = stage.element('host').attachShadow({ mode: 'open' })
    root.innerHTML =
      '<div style="overflow:auto;height:400px;position:relative"><div style="height:900px">' +
      '<b id="t" style="position:absolute;left:100px;top:200px;width:80px;height:30px"></b>'
    await stage.show(root.querySelector('#t') ?? undefined)
    const box = root.firstElementChild as HTMLElement
    box.scrollTop = 70
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('when something above grows in a box whose own size stays', async () => {
    stage.html(
      '<div style="overflow:auto;height:500px"><div id="above" style="height:20px"></div>' +
        '<b id="t" style="position:static;display:block"></b><div style="height:900px">',
    )
    await stage.show()
    stage.element('above').style.height = '90px'
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('when it moves in a frame callback that runs after ours', async () => {
    stage.html('<div id="above"></div><b id="t" style="position:static;display:block"></b>')
    await stage.show()
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          stage.element('above').style.height = '77px'
          setTimeout(resolve)
        })
      })
    })
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('when the page scrolls in frame callbacks, from the second one on', async () => {
    stage.html('<div style="height:3000px"><b id="t" style="left:400px;top:500px"></b>')
    await stage.show()
    const errors: number[] = []
    for (let step = 0; step < 6; step += 1) {
      await new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          window.scrollBy({ top: 10, behavior: 'instant' })
          setTimeout(resolve)
        })
      })
      errors.push(stage.offBy())
    }
    expect(Math.max(...errors.slice(1))).toBeLessThan(1)
  })

  it('when an ancestor moves by a transition or an animation', async () => {
    stage.html('<div id="box"><b id="t" style="left:200px;top:200px"></b>')
    await stage.show()
    const box = stage.element('box')
    box.style.transition = 'transform 200ms linear'
    box.style.transform = 'translateX(0)'
    await painted()
    box.style.transform = 'translateX(200px)'
    for (let frame = 0; frame < 5; frame += 1) {
      await painted()
      expect(stage.offBy()).toBeLessThan(1)
    }
    await expect.poll(() => box.getAnimations().length).toBe(0)
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('when the target or the panel grows, within the window', async () => {
    stage.html('<b id="t" style="left:200px;top:300px"></b>')
    await stage.show()
    stage.element('t').style.height = '80px'
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
    const late = document.createElement('div')
    late.style.height = '250px'
    stage.panel().querySelector('.body')?.append(late)
    await painted()
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
    expect(stage.panel().getBoundingClientRect().bottom).toBeLessThanOrEqual(600 - 8)
  })

  it('when a target that stands still in the window is scrolled past', async () => {
    stage.html(
      '<div style="height:3000px"><b id="t" style="position:fixed;left:300px;top:500px"></b>',
    )
    await stage.show()
    expect(window.scrollY).toBe(0)
    window.scrollTo({ top: 300, behavior: 'instant' })
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it.each<[string, (target: HTMLElement) => void]>([
    ['taken out', (target) => target.remove()],
    ['hidden', (target) => target.style.setProperty('display', 'none')],
  ])('when the target is %s: gone, and not at the corner', async (_, end) => {
    stage.html('<b id="t" style="left:300px;top:200px"></b>')
    await stage.show()
    const before = stage.panel().getBoundingClientRect().left
    end(stage.element('t'))
    await painted()
    expect(stage.panel().hasAttribute('data-away')).toBe(true)
    expect(stage.ring().hasAttribute('data-away')).toBe(true)
    expect(stage.panel().getBoundingClientRect().left).toBe(before)
  })

  it('and looks once a frame while the page changes and nothing moves', async () => {
    stage.html('<i id="other"></i><b id="t" style="left:300px;top:200px"></b>')
    await stage.show()
    const spy = vi.spyOn(Element.prototype, 'getClientRects')
    for (let frame = 0; frame < 20; frame += 1) {
      stage.element('other').title = String(frame)
      await painted()
    }
    const looks = spy.mock.contexts.filter((one) => one === stage.element('t')).length
    spy.mockRestore()
    expect(looks).toBeGreaterThan(5)
    expect(looks).toBeLessThan(26)
  })

  it('and goes on after something went wrong, which the page does not hear of', async () => {
    stage.html('<b id="t" style="left:300px;top:200px"></b>')
    await stage.show()
    const heard: unknown[] = []
    const hear = (event: Event): number => heard.push(event)
    window.addEventListener('error', hear)
    const spy = vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(() => {
      throw new Error('A look that fails.')
    })
    stage.element('t').style.top = '220px'
    await painted()
    await painted()
    const faults = spy.mock.calls.length
    spy.mockRestore()
    stage.element('t').style.top = '240px'
    await painted()
    await painted()
    window.removeEventListener('error', hear)
    expect(faults).toBeGreaterThan(0)
    expect(stage.offBy()).toBeLessThan(1)
    expect(heard).toEqual([])
  })

  it('and asks for no frame once all is at rest', async () => {
    stage.html('<b id="t" style="left:200px;top:200px"></b>')
    await stage.show()
    const original = window.requestAnimationFrame
    let asked = 0
    const frames = (count: number): Promise<void> =>
      new Promise((resolve) => {
        const next = (left: number): void =>
          void (left === 0 ? resolve() : original.call(window, () => next(left - 1)))
        next(count)
      })
    await frames(30)
    window.requestAnimationFrame = (run) => {
      asked += 1
      return original.call(window, run)
    }
    await frames(20)
    window.requestAnimationFrame = original
    expect(asked).toBe(0)
  })
})

describe('the step stands exactly', () => {
  it.each([
    ['a zoomed root', 'html{zoom:1.5}'],
    ['a root made smaller', 'html{zoom:0.8}'],
    ['a zoomed body', 'body{zoom:1.5}'],
    ['a zoomed body in a zoomed root', 'html{zoom:1.25}body{zoom:1.2}'],
    ['a zoomed box', '#box{zoom:0.5}'],
    ['a transformed body', 'body{transform:scale(0.8) translateX(20px)}'],
    ['a body in perspective', 'body{perspective:300px}html{contain:paint}'],
    ['a filtered root', 'html{filter:contrast(1)}'],
    ['text from top to bottom', 'html{writing-mode:vertical-rl}'],
    ['text from right to left', 'html{direction:rtl}'],
    ['a rotated box', '#box{rotate:10deg}'],
  ])('in %s', async (_, css) => {
    stage.css(css)
    stage.html('<div id="box" style="height:100px"><b id="t" style="left:200px;top:150px"></b>')
    await stage.show()
    expect(stage.offBy()).toBeLessThan(1)
    stage.element('t').style.top = '120px'
    await painted()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('after the page has zoomed under it', async () => {
    stage.html('<b id="t" style="left:200px;top:150px"></b>')
    await stage.show()
    document.documentElement.style.setProperty('zoom', '1.4')
    await painted()
    await expect.poll(() => stage.offBy()).toBeLessThan(1)
  })

  it('at the same distance with and without a scroll bar', async () => {
    stage.css('html{overflow-y:scroll}::-webkit-scrollbar{width:16px}')
    stage.html('<b id="t" style="left:400px;top:200px"></b>')
    await stage.show(undefined, { placement: 'right' })
    const { left } = stage.panel().getBoundingClientRect()
    expect(left - stage.element('t').getBoundingClientRect().right).toBe(13)
  })
})
