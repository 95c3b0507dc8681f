import type { Page } from '@playwright/test'
import { startTour } from './call-firstwin.ts'
import { gaugeScript, installGauge, SLACK, type Frame } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { expect, test, toolLacks } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, C: geometry of pages that scroll and move. */

const PLACE = 'margin:160px 0 160px 320px'
const DIMMED = tour({
  steps: STEPS.map((title) => toStep(title, { id: 'target' }, { spotlight: true })),
})
const ON_REQUEST = tour({ start: 'on-request' })

const settled = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => gauge.isAnchored(gauge.look()))).toBe(true)

const BOXED = `<div id="box" style="position:absolute;left:100px;top:120px;width:500px;height:400px;overflow:auto">
  <div style="height:1200px"><p style="margin:260px 0 0 160px">${TARGET}</p></div></div>`

test('pain 23 a container scrolls by 60 px: panel and hole move by 60 px at once', async ({
  host,
  page,
}) => {
  await host.open({ body: BOXED, journey: DIMMED })
  await installGauge(page)
  await settled(page)
  const { ms, panel, ring } = await page.evaluate(async () => {
    // Until it has come in: that moves it too.
    await gauge.rest(400)
    const before = gauge.look()
    const by = (part: 'panel' | 'ring' | 'target') =>
      (gauge.look()[part]?.y ?? 0) - (before[part]?.y ?? 0)
    const took = await gauge.time(
      () => document.querySelector('#box')?.scrollBy(0, 60),
      () => Math.abs(by('ring') + 60) <= 1 && Math.abs(by('panel') + 60) <= 1,
      2000,
    )
    return { ms: took, panel: by('panel'), ring: by('ring') }
  })
  expect({ panel: Math.round(panel), ring: Math.round(ring) }).toEqual({ panel: -60, ring: -60 })
  expect(ms).toBeLessThan(100 * SLACK)
  await host.works()
})

test('pain 23 the target half out of its container: the hole ends where the container does', async ({
  host,
  page,
}) => {
  const tall = TARGET.replace('<button', '<button style="height:100px"')
  await host.open({ body: BOXED.replace(TARGET, tall), journey: DIMMED })
  await installGauge(page)
  await settled(page)
  const look = await page.evaluate(async () => {
    const box = document.querySelector('#box')
    const { y } =
      document.querySelector('[data-firstwin]')?.getBoundingClientRect() ?? new DOMRect()
    box?.scrollBy(0, y - 120 + 50)
    await gauge.rest(200)
    return gauge.look()
  })
  expect(look.target?.y).toBeCloseTo(70, 0)
  expect(look.ring?.y).toBeGreaterThanOrEqual(120 - 8)
  expect((look.ring?.y ?? 0) + (look.ring?.height ?? 0)).toBeLessThanOrEqual(170 + 8)
  await page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 800))
  await host.seeNothing()
})

test('pain 24 a target 1400 px to the right in a container: scrolled into view and aligned', async ({
  host,
  page,
}) => {
  const body = `<div style="width:800px;overflow-x:auto;margin:100px"><div style="width:2400px">
    <p style="margin:120px 0 120px 1400px">${TARGET}</p></div></div>`
  await host.open({ body, journey: DIMMED })
  await installGauge(page)
  await settled(page)
  const { target } = await host.look()
  expect(target && target.x >= 100 && target.x + target.width <= 900).toBe(true)
  await host.works()
})

test('pain 24 a page that scrolls to the right: the target is scrolled into view and aligned', async ({
  host,
  page,
}) => {
  const body = `<div style="width:3000px"><p style="margin:120px 0 120px 1400px">${TARGET}</p></div>`
  await host.open({ body, journey: DIMMED })
  await installGauge(page)
  await settled(page)
  const { target } = await host.look()
  expect(target && target.x >= 0 && target.x + target.width <= 1280).toBe(true)
  await host.works()
})

test('pain 24 a classic scroll bar: the gap at the right side is the same as without', async ({
  host,
  page,
}) => {
  const steps = STEPS.map((title) => toStep(title, { id: 'target' }, { placement: 'right' }))
  const css = '::-webkit-scrollbar { width: 20px; background: #ccc } html { overflow-y: scroll }'
  const gapOn = async (sheet: string): Promise<number> => {
    await host.open({
      body: `<p style="${PLACE}">${TARGET}</p>`,
      css: sheet,
      journey: tour({ steps }),
    })
    await installGauge(page)
    await settled(page)
    const { panel, target } = await host.look()
    return Math.round((panel?.x ?? 0) - (target?.x ?? 0) - (target?.width ?? 0))
  }
  const without = await gapOn('')
  const withBar = await gapOn(css)
  const width = await page.evaluate(() => innerWidth - document.documentElement.clientWidth)
  if (width === 0) return toolLacks('classic scroll bars')
  expect(withBar).toBe(without)
  await host.works()
})

const SHIFTS: Record<string, () => void> = {
  'a banner comes above it': () => {
    const banner = document.createElement('div')
    banner.style.height = '120px'
    document.body.prepend(banner)
  },
  'it grows': () => {
    const target = document.querySelector<HTMLElement>('[data-firstwin]')
    if (target) target.style.padding = '30px 60px'
  },
  'a side bar opens': () => {
    document.body.style.paddingLeft = '200px'
  },
  'a side bar glides open': () => {
    document.body.style.transition = 'padding-left 200ms'
    document.body.getBoundingClientRect()
    document.body.style.paddingLeft = '200px'
  },
}

for (const [name, shift] of Object.entries(SHIFTS)) {
  test(`pain 25 layout shift, ${name}: panel and hole follow without an event of the window`, async ({
    host,
    page,
  }) => {
    await host.open({ body: `<p style="${PLACE}">${TARGET}</p>`, journey: DIMMED })
    await installGauge(page)
    await settled(page)
    const before = (await host.look()).target
    await page.evaluate(shift)
    await page.evaluate(() => gauge.rest(300))
    await settled(page)
    expect((await host.look()).target).not.toEqual(before)
    await host.works()
  })
}

const HEADER = `<header style="position:fixed;top:0;left:0;right:0;height:90px;background:#fff;z-index:10">Mails</header>
  <div style="height:1000px"></div><p style="margin:0 0 0 320px">${TARGET}</p><div style="height:2000px"></div>`
const HEADERS = {
  'a 90 px header': { css: '', least: 90 },
  'scroll-margin': { css: '[data-firstwin] { scroll-margin-top: 140px }', least: 140 },
  'scroll-padding': { css: 'html { scroll-padding-top: 150px }', least: 150 },
}

for (const [name, { css, least }] of Object.entries(HEADERS)) {
  test(`pain 26 the target half under ${name}: all of it comes below`, async ({ host, page }) => {
    await host.open({ body: HEADER, css, journey: ON_REQUEST }, { silent: true })
    await page.evaluate((top) => {
      const target = document.querySelector('[data-firstwin]')?.getBoundingClientRect()
      if (target) scrollTo(0, target.y + target.height / 2 - top)
    }, least)
    await startTour(page)
    await host.seeStep('One')
    await installGauge(page)
    await settled(page)
    expect((await host.look()).target?.y).toBeGreaterThanOrEqual(least)
    await host.works()
  })
}

test('pain 27 smooth scrolling: the panel shows once the page is at rest, and aligned', async ({
  host,
  page,
}) => {
  await host.open(
    {
      body: `<div style="height:2600px"></div><p style="margin-left:320px">${TARGET}</p>
        <div style="height:2000px"></div>`,
      css: 'html { scroll-behavior: smooth }',
      journey: ON_REQUEST,
      script: gaugeScript(),
    },
    { silent: true },
  )
  await startTour(page)
  await host.seeStep('One')
  await settled(page)
  const film = (await page.evaluate(() => gauge.film)).filter(({ panel }) => panel)
  const end = film.at(-1)?.scrollY ?? 0
  expect(end).toBeGreaterThan(2000)
  expect(film.filter(({ scrollY: y }) => Math.abs(y - end) > 1)).toEqual([])
  await host.works()
})

test('pain 28 a fixed target: no step scrolls the page, no scroll moves the panel', async ({
  host,
  page,
}) => {
  await host.open(
    {
      body: `<div style="height:4000px">Mails</div>
        <footer style="position:fixed;left:300px;bottom:0;padding:20px;background:#eee">${TARGET}</footer>`,
      journey: ON_REQUEST,
      script: 'scrollTo(0, 400)',
    },
    { silent: true },
  )
  await startTour(page)
  await host.seeStep('One')
  await installGauge(page)
  await settled(page)
  const film = await page.evaluate(async () => {
    await gauge.rest(300)
    gauge.roll()
    await gauge.rest(100)
    scrollBy(0, 300)
    await gauge.rest(300)
    gauge.cut()
    return gauge.film
  })
  expect(film.at(0)?.scrollY).toBe(400)
  expect(film.at(-1)?.scrollY).toBe(700)
  expect(film.filter((frame) => driftOf(frame, film[0]) > 1)).toEqual([])
  await host.works()
  expect(await page.evaluate(() => scrollY)).toBe(700)
})

function driftOf({ panel, ring }: Frame, first: Frame | undefined): number {
  const by = (a: Frame['panel'], b: Frame['panel']): number =>
    a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Infinity
  return Math.max(by(panel, first?.panel), by(ring, first?.ring))
}
