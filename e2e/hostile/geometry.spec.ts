import type { Page } from '@playwright/test'
import { distance } from './guide.ts'
import { expectWithin, record } from './moments.ts'
import { engine, expect, test, type Host } from './test.ts'
import { inArabic, toStep, tour } from './tour.ts'

/* What scrolls, sticks, zooms, shrinks, and runs from right to left. */

const SEND = '<button type="button" data-firstwin="target">Send</button>'

const ZOOMS = {
  'the root by 1.5': 'html { zoom: 1.5 }',
  'the body by 1.5': 'body { zoom: 1.5 }',
  'the root and the body': 'html { zoom: 1.5 } body { zoom: .8 }',
  'the root by 0.8': 'html { zoom: .8 }',
}

for (const [name, css] of Object.entries(ZOOMS)) {
  test(`H17 a zoom of ${name}`, async ({ host }) => {
    await host.open({ css })
    await host.works()
  })
}

const SCROLLERS = `<div id="outer" style="height:400px;overflow:auto;border:1px solid">
  <div style="height:500px">Above</div>
  <div id="inner" style="height:300px;margin-left:300px;overflow:auto;border:1px solid">
    <div style="height:900px">Far above</div>${SEND}<div style="height:900px">Below</div>
  </div>
  <div style="height:900px">Far below</div>
</div>`

/** What a script calls to scroll: notes the ids of what is scrolled. */
const COUNT_SCROLLS = `globalThis.scrolls = []
for (const [owner, name] of [[Element.prototype, 'scrollIntoView'], [Element.prototype, 'scrollTo'],
  [Element.prototype, 'scrollBy'], [globalThis, 'scrollTo'], [globalThis, 'scrollBy']]) {
  const own = owner[name]
  owner[name] = function (...all) {
    scrolls.push(this?.id || 'page')
    return own.apply(this, all)
  }
}`

test('H19 nested scrollers: the target is brought into view once', async ({ host, page }) => {
  await host.open({ before: COUNT_SCROLLS, body: SCROLLERS })
  await expect.poll(() => isInside(page)).toBe(true)
  await host.works()
  expect(await isInside(page)).toBe(true)
  // Three steps at the same target: each box is scrolled once at most, all in all.
  const scrolls = await page.evaluate(() => Reflect.get(globalThis, 'scrolls') as string[])
  expect(scrolls).toContain('inner')
  expect(scrolls).toHaveLength(new Set(scrolls).size)
})

test('H19 nested scrollers: the panel leaves with the target', async ({ host, page }) => {
  await host.open({ body: SCROLLERS })
  await expect.poll(async () => (await host.look()).isHit).toBe(true)
  const scrollTo = (top: number): Promise<void> =>
    page.evaluate((to) => document.querySelector('#inner')?.scrollTo(0, to), top)
  const before = await page.evaluate(() => document.querySelector('#inner')?.scrollTop ?? 0)
  expect(before).toBeGreaterThan(0)
  await scrollTo(0)
  // The user has scrolled it away: it is not brought back, and nothing stays beside nothing.
  await host.seeNothing()
  for (const moment of await record(page, 10)) expect(moment.panel).toBeUndefined()
  expect(await page.evaluate(() => document.querySelector('#inner')?.scrollTop)).toBe(0)
  await scrollTo(before)
  await host.works()
})

/** Whether what is to be seen of the target is all of it. */
function isInside(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const boxOf = (css: string): DOMRect | undefined =>
      document.querySelector(css)?.getBoundingClientRect()
    const target = boxOf('[data-firstwin]')
    return ['#inner', '#outer'].every((css) => {
      const box = boxOf(css)
      return box && target && target.top >= box.top && target.bottom <= box.bottom
    })
  })
}

const STICKY = `<div style="height:160px">Above</div>
<div style="position:sticky;top:0;height:60px;padding-left:300px;background:#eee">${SEND}</div>
<div style="height:3000px">Below</div>`
const FIXED = `<div style="position:fixed;top:90px;left:300px">${SEND}</div>
<div style="height:3000px">Below</div>`

for (const [name, body] of Object.entries({ sticky: STICKY, fixed: FIXED })) {
  test(`H20 a ${name} target while the page scrolls`, async ({ host, page }) => {
    await host.open({ body })
    await rest(page)
    const start = await host.look()
    const drifts = (moments: readonly Awaited<ReturnType<typeof host.look>>[]): number[] =>
      moments.map(({ panel, target }) =>
        panel && target && start.panel && start.target
          ? Math.abs(panel.y - target.y - (start.panel.y - start.target.y))
          : Number.POSITIVE_INFINITY,
      )
    const moving = await record(page, 30, {
      act: () => {
        const scroll = (left: number): void => {
          window.scrollBy({ top: 12, behavior: 'instant' })
          if (left > 0) requestAnimationFrame(() => scroll(left - 1))
        }
        scroll(24)
      },
    })
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(250)
    // A scroll is told of one frame later, and a frame is looked at before we had our turn in it.
    expect(Math.max(...drifts(moving))).toBeLessThanOrEqual(2 * 12 + 1)
    expect(Math.max(...drifts(await record(page, 5)))).toBeLessThanOrEqual(1)
    await host.works()
  })
}

/** Waits until the panel has come to rest. */
async function rest(page: Page): Promise<void> {
  const isResting = async (): Promise<boolean> => {
    const moments = await record(page, 5)
    return new Set(moments.map(({ isMoving, panel }) => (isMoving ? -1 : panel?.y))).size === 1
  }
  await expect.poll(isResting).toBe(true)
}

const LONG = tour({
  steps: ['One', 'Two', 'Three'].map((title) =>
    toStep(title, { id: 'target' }, { body: 'Words that need their room. '.repeat(40) }),
  ),
})

test('H49 a page at 400 %: 320 by 256', async ({ host, page }) => {
  // The window of WebKit's small browser has a toolbar that needs as much.
  const width = engine() === 'webkit' ? 450 : 320
  await page.setViewportSize({ width, height: 256 })
  await host.open({ journey: LONG, body: `<p style="margin:40px 10px 400px">${SEND}</p>` })
  for (const title of ['One', 'Two'] as const) {
    await host.seeStep(title)
    await rest(page)
    await expectInside(host, { x: 0, y: 0, width, height: 256 })
    expect(await host.look()).toMatchObject({ isHit: true, title })
    expect(await host.panel(title).evaluate(canScroll)).toBe(true)
    await host.panel(title).getByRole('button', { name: 'Next' }).press('Enter')
  }
  await host.panel('Three').getByRole('button', { name: 'Close' }).click()
  await host.seeNothing()
})

/** Whether what does not fit can be scrolled to. */
function canScroll(panel: Element): boolean {
  return [...panel.querySelectorAll('*')].some(
    (one) =>
      /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight,
  )
}

/** Stands for the one of the browser, which no tool can change everywhere. */
const VIEW = `globalThis.view = Object.assign(new EventTarget(), { width: innerWidth,
  height: innerHeight, offsetLeft: 0, offsetTop: 0, pageLeft: 0, pageTop: 0, scale: 1 })
Object.defineProperty(window, 'visualViewport', { value: view })
globalThis.setView = (change) => {
  Object.assign(view, change)
  view.dispatchEvent(new Event('resize'))
  view.dispatchEvent(new Event('scroll'))
}`

const VIEWS = {
  'a keyboard covers the lower half': { x: 0, y: 0, width: 1280, height: 330, scale: 1 },
  'the fingers zoom into a part': { x: 200, y: 120, width: 640, height: 360, scale: 2 },
}

for (const [name, { scale, ...view }] of Object.entries(VIEWS)) {
  test(`H49 ${name}`, async ({ host, page }) => {
    await host.open({ before: VIEW, body: `<p style="margin:240px 0 0 420px">${SEND}</p>` })
    await expect.poll(async () => (await host.look()).isHit).toBe(true)
    await page.evaluate(
      ([box, by]) => {
        const { x, y, width, height } = box
        const change = { offsetLeft: x, offsetTop: y, width, height, scale: by }
        const set: unknown = Reflect.get(window, 'setView')
        if (typeof set === 'function') set(change)
      },
      [view, scale] as const,
    )
    await expectInside(host, view)
    await host.works()
    await expectInside(host, view)
  })
}

async function expectInside(
  host: Host,
  view: { x: number; y: number; width: number; height: number },
): Promise<void> {
  await expect(async () => {
    const { panel } = await host.look()
    expect(panel?.x).toBeGreaterThanOrEqual(view.x)
    expect(panel?.y).toBeGreaterThanOrEqual(view.y)
    const { x = 0, y = 0, width = 0, height = 0 } = panel ?? {}
    expect(x + width).toBeLessThanOrEqual(view.x + view.width)
    expect(y + height).toBeLessThanOrEqual(view.y + view.height)
  }).toPass({ timeout: 3000 })
}

const DIRECTIONS = {
  'the page runs from right to left': { html: 'lang="ar" dir="rtl"' },
  'the body alone runs from right to left': { html: 'lang="en"', css: 'body { direction: rtl }' },
  'only the target is in a text from right to left': {
    html: 'lang="en"',
    body: `<main dir="rtl"><p style="margin:200px 400px">${SEND}</p></main>`,
  },
  'only the target is in a text from left to right': {
    html: 'lang="ar" dir="rtl"',
    body: `<main dir="ltr"><p style="margin:200px 400px">${SEND}</p></main>`,
  },
}

for (const [name, described] of Object.entries(DIRECTIONS)) {
  test(`H50 ${name}`, async ({ host, page }) => {
    await host.open({ journey: inArabic(tour()), ...described })
    await rest(page)
    const isMirrored = described.html.includes('rtl')
    const panel = host.panel('One')
    const close = await panel.getByRole('button', { name: 'Close' }).boundingBox()
    const next = await panel.getByRole('button', { name: 'Next' }).boundingBox()
    const { panel: box } = await host.look()
    const middle = (box?.x ?? 0) + (box?.width ?? 0) / 2
    expect((close?.x ?? 0) < middle).toBe(isMirrored)
    expect((next?.x ?? 0) < middle).toBe(isMirrored)
    await host.works()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      await page.evaluate(() => innerWidth),
    )
  })
}

for (const [placement, other] of [
  ['left', 'right'],
  ['right', 'left'],
] as const) {
  test(`H50 a page from right to left keeps ${placement} where it is`, async ({ host, page }) => {
    const steps = [toStep('One', { id: 'target' }, { placement })]
    await host.open({
      html: 'lang="ar" dir="rtl"',
      journey: tour({ steps }),
      body: `<p style="margin:260px 560px">${SEND}</p>`,
    })
    await expectWithin(page, 1000, { until: ({ isHit, gap }) => isHit && gap <= 16 })
    const { panel, target } = await host.look()
    expect(panel && target && distance(panel, target)).toBeLessThanOrEqual(16)
    const isLeft = (panel?.x ?? 0) + (panel?.width ?? 0) <= (target?.x ?? 0)
    expect(isLeft ? 'left' : 'right', `not ${other}`).toBe(placement)
  })
}
