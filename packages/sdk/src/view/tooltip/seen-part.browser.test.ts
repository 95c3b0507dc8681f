import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openStage, painted, type GeometryStage } from './geometry-stage.fixture.ts'

let stage: GeometryStage

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStage()
})

afterEach(() => stage.close())

/** A frame with this style whose document holds `markup`; answers its document. */
async function addFrame(style: string, markup: string, into = document): Promise<Document> {
  const frame = into.createElement('iframe')
  frame.style.cssText = `position:absolute;border:0;${style}`
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
  frame.srcdoc = `<!doctype html><style>body{margin:0}b{position:absolute;width:80px;height:30px}</style>${markup}`
  into.body.append(frame)
  await loaded
  return frame.contentDocument as Document
}

const TARGET = '<b id="t" style="left:100px;top:50px;border-radius:12px"></b>'
const targetIn = (inner: Document): Element => inner.querySelector('#t') as Element

/** What the ring lies around: left, top, width and height, to the pixel. */
function ringed(): number[] {
  const { left, top, width, height } = stage.ring().getBoundingClientRect()
  return [left + 4, top + 4, width - 8, height - 8].map(Math.round)
}

describe('a target in a frame', () => {
  it('that is moved, with a border and padding', async () => {
    const inner = await addFrame('left:200px;top:40px;border:5px solid;padding:10px 20px', TARGET)
    await stage.show(targetIn(inner))
    expect(ringed()).toEqual([200 + 5 + 20 + 100, 40 + 5 + 10 + 50, 80, 30].map(Math.round))
  })

  it('that is drawn at half its size, corners and all', async () => {
    const style =
      'left:200px;top:40px;width:600px;height:400px;transform:scale(.5);transform-origin:0 0;border:4px solid'
    const inner = await addFrame(style, TARGET)
    await stage.show(targetIn(inner))
    expect(ringed()).toEqual([200 + 2 + 50, 40 + 2 + 25, 40, 15].map(Math.round))
    expect(stage.ring().style.borderRadius).toBe('10px')
  })

  it('in a frame', async () => {
    const outer = await addFrame(
      'left:100px;top:20px;width:500px;height:400px;transform:scale(.8);transform-origin:0 0',
      '',
    )
    const inner = await addFrame(
      'left:50px;top:30px;border:10px solid;transform:scale(.5);transform-origin:0 0',
      TARGET,
      outer,
    )
    await stage.show(targetIn(inner))
    expect(ringed()).toEqual(
      [100 + 0.8 * (50 + 0.5 * 110), 20 + 0.8 * (30 + 0.5 * 60), 32, 12].map(Math.round),
    )
  })

  it('that scrolls, away and back, in the same frame', async () => {
    const inner = await addFrame(
      'left:100px;top:20px;width:400px;height:300px',
      `${TARGET}<div style="height:2000px">`,
    )
    await stage.show(targetIn(inner))
    inner.defaultView?.scrollTo({ top: 30, behavior: 'instant' })
    await painted()
    expect(ringed()).toEqual([200, 40, 80, 30].map(Math.round))
    inner.defaultView?.scrollTo({ top: 200, behavior: 'instant' })
    await painted()
    expect(stage.panel().hasAttribute('data-away')).toBe(true)
    inner.defaultView?.scrollTo({ top: 0, behavior: 'instant' })
    await painted()
    expect(stage.panel().hasAttribute('data-away')).toBe(false)
    expect(ringed()).toEqual([200, 70, 80, 30].map(Math.round))
  })

  it('far down in it is brought into view', async () => {
    const inner = await addFrame(
      'left:100px;top:900px;width:400px;height:300px',
      '<b id="t" style="left:10px;top:1500px"></b><div style="height:3000px">',
    )
    document.body.style.height = '3000px'
    await stage.show(targetIn(inner))
    const frame = document.querySelector('iframe')?.getBoundingClientRect() as DOMRect
    const drawn = stage.ring().getBoundingClientRect()
    expect(drawn.top).toBeGreaterThanOrEqual(Math.max(0, frame.top))
    expect(drawn.bottom).toBeLessThanOrEqual(Math.min(600, frame.bottom))
    document.body.style.height = ''
  })

  it('when the frame itself moves', async () => {
    const inner = await addFrame('left:100px;top:20px', TARGET)
    await stage.show(targetIn(inner))
    const frame = document.querySelector('iframe') as HTMLElement
    frame.style.left = '150px'
    await painted()
    expect(ringed()).toEqual([250, 70, 80, 30].map(Math.round))
  })
})

describe('the ring', () => {
  it('ends with the box that cuts its target off', async () => {
    stage.html(
      '<div id="box" style="overflow:auto;width:300px;height:200px;position:relative"><div style="height:900px"><b id="t" style="left:20px;top:100px;height:80px"></b>',
    )
    await stage.show()
    stage.element('box').scrollTop = 130
    await painted()
    const drawn = stage.ring().getBoundingClientRect()
    expect(drawn.top).toBeCloseTo(0, 0)
    expect(drawn.bottom).toBeCloseTo(50 + 4, 0)
  })

  it.each([
    [
      'a row of a table',
      '<table style="margin:50px"><tr><td>1</td></tr><tr id="t"><td>2</td><td>3</td></tr></table>',
    ],
    [
      'a part of a drawing',
      '<svg width="300" height="200"><g transform="translate(40 30) scale(2)"><circle id="t" cx="30" cy="30" r="20"/></g></svg>',
    ],
    [
      'a link over two lines',
      '<p style="width:120px;margin:40px">Some words <a href="#" id="t">and a long link here</a></p>',
    ],
    [
      'something without a size',
      '<div id="t" style="position:absolute;left:90px;top:90px;width:0;height:0"></div>',
    ],
    [
      'an element out of the box it is written in',
      '<div style="overflow:hidden;height:10px"><b id="t" style="left:50px;top:80px"></b></div>',
    ],
  ])('lies around %s', async (_, markup) => {
    stage.html(markup)
    await stage.show()
    expect(stage.offBy()).toBeLessThan(1)
  })

  it('takes no clicks and gives none', async () => {
    stage.html(
      '<b id="t" style="left:100px;top:100px"></b><b id="other" style="left:500px;top:400px"></b>',
    )
    const clicks: string[] = []
    for (const id of ['t', 'other']) {
      stage.element(id).addEventListener('click', () => clicks.push(id))
    }
    await stage.show(undefined, { spotlight: true })
    const at = (x: number, y: number): Element | null => document.elementFromPoint(x, y)
    expect(at(520, 410)).toBe(stage.element('other'))
    expect(at(98, 98)).toBe(document.body)
    expect(clicks).toEqual([])
  })
})

describe('before it is measured', () => {
  it('nothing can be seen', async () => {
    stage.html('<div style="height:3000px"><b id="t" style="left:300px;top:2000px"></b>')
    const seen: string[] = []
    let frames = 0
    const shown = stage.show()
    while (frames < 10) {
      await painted()
      frames += 1
      for (const part of [stage.panel(), stage.ring()]) {
        const { visibility, opacity } = getComputedStyle(part)
        const { left, top } = part.getBoundingClientRect()
        const isSeen = visibility === 'visible' && opacity !== '0'
        if (isSeen && top < 8 && left < 8) seen.push(part.className)
      }
    }
    await shown
    expect(seen).toEqual([])
  })

  it('leaves what is around the target untouched', async () => {
    stage.html(
      '<div style="overflow:auto;height:200px"><div style="height:900px"><b id="t" style="position:static;display:block;margin-top:400px"></b>',
    )
    const before = document.body.outerHTML
    await stage.show(undefined, { spotlight: true })
    expect(document.body.outerHTML).toBe(before)
    expect(document.documentElement.scrollWidth).toBe(900)
  })
})
