import { gaugeScript, installGauge, type Frame } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { isNear, takePicture } from './picture.ts'
import { engine, expect, test, toolLacks, type Host } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, C: zoom, small windows, big targets. */

const PLACE = 'margin:160px 0 160px 320px'
const MAGENTA = [255, 0, 255] as const
const GREY = [136, 136, 136] as const
const WHITE = [255, 255, 255] as const
/** What the panel and the ring stand off their target, in px. */
const PANEL_GAP_PX = 13
const RING_GAP_PX = 6

/** What the pixels say of the gap below the target and of the hole at its left, in px of the window. */
async function measure(page: Parameters<typeof takePicture>[0]) {
  const picture = await takePicture(page)
  const ratio = picture.width / (await page.evaluate(() => innerWidth))
  const target = picture.boxOf(MAGENTA)
  const panel = picture.boxOf(WHITE)
  if (!target || !panel) throw new Error('no target or no panel in the picture')
  const count = (is: (step: number) => boolean): number => {
    let steps = 0
    while (steps < 200 && is(steps)) steps += 1
    return steps
  }
  const bottom = target.y + target.height
  const middle = target.y + target.height / 2
  // Away from the arrow and the round corner, which would count too.
  const column = panel.x + 30 * ratio
  const gap = count((step) => !isNear(picture.colourAt(column, bottom + step), WHITE))
  const hole = count((step) => isNear(picture.colourAt(target.x - 1 - step, middle), GREY))
  // The outline of 2 px lies within the ring.
  return { gap: gap / ratio, hole: hole / ratio + 2, ratio }
}

const ZOOMED = {
  body: `<p style="margin:120px 0 0 300px"><button type="button" data-firstwin="target"
    style="background:#f0f;color:#f0f;border:0;border-radius:0;width:200px;height:60px">Send</button></p>`,
  journey: tour({
    steps: STEPS.map((title) =>
      toStep(title, { id: 'target' }, { spotlight: true, placement: 'bottom' }),
    ),
  }),
}

const ZOOMS = {
  'html zoom .8': 'html { zoom: .8 }',
  'html zoom 1.5': 'html { zoom: 1.5 }',
  'body zoom .8': 'body { zoom: .8 }',
  'body zoom 1.5': 'body { zoom: 1.5 }',
  'transform: scale(.8)': 'body { transform: scale(.8); transform-origin: 0 0 }',
  'transform: scale(1.5)': 'body { transform: scale(1.5); transform-origin: 0 0 }',
}

async function seeExact(host: Host, page: Parameters<typeof takePicture>[0]): Promise<void> {
  await expect(async () => {
    const { gap, hole } = await measure(page)
    expect(Math.abs(gap - PANEL_GAP_PX), `gap ${gap}`).toBeLessThan(4)
    expect(Math.abs(hole - RING_GAP_PX), `hole ${hole}`).toBeLessThan(4)
  }).toPass({ timeout: 6000 })
  expect((await host.look()).isHit).toBe(true)
}

for (const [name, css] of Object.entries(ZOOMS)) {
  test(`pain 29 ${name}: the pixels of panel and hole are right`, async ({ host, page }) => {
    await host.open({ ...ZOOMED, css: `html { background: #888 } ${css}` })
    await seeExact(host, page)
    await host.panel('One').getByRole('button', { name: 'Next' }).click()
    await host.seeStep('Two')
  })
}

test.describe('on a dense screen', () => {
  if (process.env['E2E_ENGINE'] !== 'webkit') test.use({ deviceScaleFactor: 2 })

  test('pain 29 two pixels for one: the pixels of panel and hole are right', async ({
    host,
    page,
  }) => {
    await host.open({ ...ZOOMED, css: 'html { background: #888 }' })
    if ((await page.evaluate(() => devicePixelRatio)) !== 2) return toolLacks('dense screens')
    await seeExact(host, page)
  })
})

const LONG = 'This is what it is for, in many more words than anybody will read. '.repeat(18)

test('pain 30 320 × 480 and 1200 characters: all in the window, buttons in sight, target not covered', async ({
  host,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 480 })
  await host.open({
    body: `<h1>Mails</h1><p style="margin:120px 0 400px;text-align:right">${TARGET}</p>`,
    journey: tour({ steps: STEPS.map((title) => toStep(title, { id: 'target' }, { body: LONG })) }),
  })
  if (engine() === 'webkit') toolLacks('windows narrower than 447 px')
  await installGauge(page)
  await page.evaluate(() => gauge.rest(500))
  const sight = await page.evaluate(() => {
    const root = document.querySelector('firstwin-root')?.shadowRoot
    const hits = (element: Element | null | undefined): boolean => {
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect(-9)
      const [atX, atY] = [x + width / 2, y + height / 2]
      return Boolean(root && element?.contains(root.elementFromPoint(atX, atY)))
    }
    const { x, y, width, height } =
      document.querySelector('[data-firstwin]')?.getBoundingClientRect() ?? new DOMRect()
    const points = [0.1, 0.5, 0.9].flatMap((a) =>
      [0.1, 0.5, 0.9].map((b) => [x + a * width, y + b * height] as const),
    )
    const scrolls = [...(root?.querySelectorAll('.panel, .panel *') ?? [])].some(
      (one) =>
        one.scrollHeight > one.clientHeight + 20 && getComputedStyle(one).overflowY === 'auto',
    )
    return {
      panel: gauge.look().panel,
      window: { width: innerWidth, height: innerHeight },
      buttons: [...(root?.querySelectorAll('.panel button') ?? [])].map(hits),
      free: points.filter(([atX, atY]) =>
        document.elementFromPoint(atX, atY)?.matches('[data-firstwin]'),
      ).length,
      scrolls,
    }
  })
  expectInside(sight.panel, sight.window)
  expect(sight.scrolls, 'the text scrolls').toBe(true)
  expect(sight.buttons, 'Close and Next are hit').toEqual([true, true])
  expect(sight.free, 'points of the target that are free').toBeGreaterThan(0)
  await host.works()
})

function expectInside(panel: Frame['panel'], window: { width: number; height: number }): void {
  expect(panel).toBeDefined()
  if (!panel) return
  expect(panel.x).toBeGreaterThanOrEqual(0)
  expect(panel.y).toBeGreaterThanOrEqual(0)
  expect(panel.x + panel.width).toBeLessThanOrEqual(window.width)
  expect(panel.y + panel.height).toBeLessThanOrEqual(window.height)
}

for (const [name, size] of Object.entries({
  taller: 'width:200px;height:3000px',
  wider: 'width:3000px;height:60px',
  'taller and wider': 'width:3000px;height:3000px',
})) {
  test(`pain 31 a target ${name} than the window: the panel is in it and can be pressed`, async ({
    host,
    page,
  }) => {
    const target = TARGET.replace('<button', `<button style="${size}"`)
    await host.open({ body: `<p style="margin:300px 200px">${target}</p>` })
    await host.works({ isDetached: true })
    expectInside(
      (await host.look()).panel,
      await page.evaluate(() => ({ width: innerWidth, height: innerHeight })),
    )
  })
}

test('pain 32 first paint: no frame at the corner, none beside the place', async ({
  host,
  page,
}) => {
  await host.open({
    body: `<p style="margin:300px 0 300px 500px">${TARGET}</p>`,
    script: gaugeScript(),
  })
  await page.evaluate(() => gauge.rest(300))
  const film = (await page.evaluate(() => gauge.film)).filter(({ panel }) => panel)
  expect(film.length).toBeGreaterThan(0)
  expect(film.filter(({ panel }) => panel && panel.x < 100 && panel.y < 100)).toEqual([])
  const near = film.map(({ panel, target }) => Math.round((panel?.y ?? 0) - (target?.y ?? 0)))
  expect(
    Math.max(...near) - Math.min(...near),
    'it moves no further than its entrance',
  ).toBeLessThan(20)
})

test('pain 32 from step to step: the panel is there in every frame', async ({ host, page }) => {
  const other = TARGET.replace('"target"', '"other"')
  await host.open({
    body: `<p style="${PLACE}">${TARGET}</p><p style="margin:0 0 0 620px">${other}</p>`,
    journey: tour({ steps: [toStep('One', { id: 'target' }), toStep('Two', { id: 'other' })] }),
  })
  await installGauge(page)
  await page.evaluate(() => gauge.roll())
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.evaluate(() => gauge.rest(300))
  const film = await page.evaluate(() => gauge.film)
  expect(film.at(-1)?.title).toBe('Two')
  expect(film.filter(({ panel }) => !panel)).toEqual([])
  expect(film.filter(({ panel }) => panel && panel.x < 60 && panel.y < 60)).toEqual([])
})

test('pain 32 content that grows later: still inside the window, not over the target', async ({
  host,
  page,
}) => {
  const stuck = { after: '1s', help: LONG.slice(0, 500), link: 'https://example.com/help' } as const
  const step = toStep('One', { id: 'target' }, { stuck, placement: 'bottom' })
  await host.open({
    body: `<p style="margin:380px 0 300px 320px">${TARGET}</p>`,
    journey: tour({ steps: [step] }),
  })
  const before = (await host.look()).panel?.height ?? 0
  await expect.poll(async () => (await host.look()).panel?.height ?? 0).toBeGreaterThan(before + 40)
  await installGauge(page)
  await page.evaluate(() => gauge.rest(300))
  const { panel, target, isHit } = await host.look()
  expectInside(panel, await page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
  expect(isHit).toBe(true)
  const [a, b] = [panel, target]
  if (!a || !b) throw new Error('no panel or no target')
  const meets =
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  expect(meets, JSON.stringify({ a, b })).toBe(false)
})
