import { startTour } from './call-firstwin.ts'
import { gaugeScript, installGauge, isAtCorner, SLACK } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { QUICK_CLOCK } from './quick-clock.ts'
import { expect, test, type Host } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, B: finding the target. */

const PLACE = 'margin:160px 0 160px 320px'
const PAGE = `<h1>Mails</h1><p><a id="link" href="#link">All mails</a></p><p id="place" style="${PLACE}"></p>`
const DIMMED = tour({
  steps: STEPS.map((title) => toStep(title, { id: 'target' }, { spotlight: true })),
})

/** The reports of this name, without their times. */
async function reportsOf(host: Host, wanted: string): Promise<Record<string, unknown>[]> {
  const { reports } = await host.seen()
  return reports.filter(({ name }) => name === wanted).map(({ properties }) => properties)
}

async function seeMissing(host: Host, reason: string): Promise<void> {
  await expect.poll(() => reportsOf(host, 'target_missing')).toHaveLength(1)
  const [report] = await reportsOf(host, 'target_missing')
  expect(report).toMatchObject({ guide: 'tour', reason })
  // Ten seconds, as exactly as timers of a whole ms tell on the quick clock.
  expect(report?.['waitedMs']).toBeGreaterThan(9900)
}

test('pain 12 target arrives after 800 ms: anchored at once, nothing at the corner, nothing in the way', async ({
  host,
  page,
}) => {
  await host.open({ body: PAGE, journey: DIMMED, script: gaugeScript() }, { silent: true })
  await startTour(page)
  const ms = await page.evaluate(async (html) => {
    await gauge.rest(800)
    const { x, y } = document.querySelector('#link')?.getBoundingClientRect() ?? new DOMRect()
    const isFree = document.elementFromPoint(x + 4, y + 4)?.id === 'link'
    const place = document.querySelector('#place')
    const insert = (): void => {
      if (place) place.innerHTML = html
    }
    return isFree ? gauge.time(insert, gauge.isAnchored) : -1
  }, TARGET)
  expect(ms, 'something lies over the page').toBeGreaterThan(-1)
  expect(ms).toBeLessThan(200 * SLACK)
  const film = await page.evaluate(() => gauge.film)
  expect(film.filter(({ target, panel, ring }) => !target && (panel ?? ring))).toEqual([])
  expect(film.filter(isAtCorner)).toEqual([])
  await host.works()
})

test('pain 13 target never appears: one report with cause and time, the page is usable', async ({
  host,
  page,
}) => {
  await host.open(
    { body: PAGE, journey: DIMMED, before: QUICK_CLOCK, script: gaugeScript() },
    { silent: true },
  )
  await startTour(page)
  await seeMissing(host, 'not-found')
  await page.locator('#link').click()
  expect(await page.evaluate(() => location.hash)).toBe('#link')
  await page.evaluate(() => gauge.rest(800))
  expect(await reportsOf(host, 'target_missing')).toHaveLength(1)
  const film = await page.evaluate(() => gauge.film)
  expect(film.filter(({ panel, ring }) => panel ?? ring)).toEqual([])
  expect((await host.seen()).errors).toEqual([])
})

test('pain 14 skipped steps: a step keeps its number, Back passes over what was skipped', async ({
  host,
}) => {
  const steps = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) =>
    toStep(title, { id: 'target' }, title === 'Three' ? { advance: { route: '/p/**' } } : {}),
  )
  await host.open({ journey: tour({ steps }) })
  const next = (title: string) =>
    host.panel(title).getByRole('button', { name: 'Next' }).press('Enter')
  await next('One')
  await next('Two')
  await expect(host.panel('Four').locator('.position')).toHaveText('4 of 5')
  await host.panel('Four').getByRole('button', { name: 'Back' }).click()
  await expect(host.panel('Two').locator('.position')).toHaveText('2 of 5')
  await next('Two')
  await next('Four')
  await expect(host.panel('Five').locator('.position')).toHaveText('5 of 5')
  const viewed = (await reportsOf(host, 'step_viewed')).map(({ step }) => step)
  expect(viewed).not.toContain('three')
})

const HIDDEN = {
  'display: none': 'display:none',
  'zero size': 'width:0;height:0;padding:0;border:0;overflow:hidden',
  'visibility: hidden': 'visibility:hidden',
}

for (const [name, style] of Object.entries(HIDDEN)) {
  test(`pain 15 ${name}: the target counts as missing, no hole at the corner`, async ({
    host,
    page,
  }) => {
    const target = TARGET.replace('<button', `<button style="${style}"`)
    await host.open(
      {
        body: `<p style="${PLACE}">${target}</p>`,
        journey: DIMMED,
        before: QUICK_CLOCK,
        script: gaugeScript(),
      },
      { silent: true },
    )
    await startTour(page)
    await seeMissing(host, 'hidden')
    const film = await page.evaluate(() => gauge.film)
    expect(film.filter(({ panel, ring }) => panel ?? ring)).toEqual([])
    const ms = await page.evaluate(() =>
      gauge.time(
        () => document.querySelector('[data-firstwin]')?.removeAttribute('style'),
        gauge.isAnchored,
      ),
    )
    expect(ms).toBeLessThan(200 * SLACK)
  })
}

for (const [name, target] of Object.entries({
  id: { id: 'target' },
  css: { css: '.send' },
  'role and name': { role: 'button', name: 'Send' },
})) {
  test(`pain 16 a hidden twin stands first, named by ${name}: the visible one is taken`, async ({
    host,
  }) => {
    const twin = TARGET.replace('<button', '<button class="send"')
    await host.open({
      body: `<nav style="display:none">${twin}</nav><p style="${PLACE}" id="desktop">${twin}</p>`,
      journey: tour({ target }),
    })
    await host.works({ selector: '#desktop > button' })
  })
}

test('pain 17 target drawn anew elsewhere: anchored again at once', async ({ host, page }) => {
  await host.open({
    body: `<div id="app"><p style="${PLACE}">${TARGET}</p></div>`,
    journey: DIMMED,
  })
  await installGauge(page)
  const ms = await page.evaluate((html) => {
    const app = document.querySelector('#app')
    const draw = (): void => {
      if (app) app.innerHTML = `<p style="margin:320px 0 0 560px">${html}</p>`
    }
    return gauge.time(draw, (frame) => (frame.target?.x ?? 0) > 500 && gauge.isAnchored(frame))
  }, TARGET)
  expect(ms).toBeLessThan(300 * SLACK)
  await host.works()
  expect((await reportsOf(host, 'step_viewed')).filter(({ step }) => step === 'one')).toHaveLength(
    1,
  )
})

test('pain 17 target removed: the guide pauses, tells, and goes on when it is back', async ({
  host,
  page,
}) => {
  await host.open({
    body: `<p style="${PLACE}">${TARGET}</p>`,
    journey: DIMMED,
    before: QUICK_CLOCK,
  })
  await installGauge(page)
  await page.evaluate(() => gauge.roll())
  const goneMs = await page.evaluate(() =>
    gauge.time(
      () => document.querySelector('[data-firstwin]')?.remove(),
      ({ panel, ring }) => !panel && !ring,
    ),
  )
  expect(goneMs).toBeLessThan(300 * SLACK)
  expect((await page.evaluate(() => gauge.film)).filter(isAtCorner)).toEqual([])
  await seeMissing(host, 'not-found')
  const backMs = await page.evaluate((html) => {
    const place = document.querySelector('p')
    return gauge.time(() => {
      if (place) place.innerHTML = html
    }, gauge.isAnchored)
  }, TARGET)
  expect(backMs).toBeLessThan(300 * SLACK)
  await host.works()
})
