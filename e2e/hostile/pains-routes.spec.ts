import type { Target } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { startTour } from './call-firstwin.ts'
import { installGauge, isAtCorner, SLACK, type Frame } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { QUICK_CLOCK } from './quick-clock.ts'
import { expect, test, type Host } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, B: targets that are hard to follow. */

const PLACE = 'margin:160px 0 160px 320px'

/** A router: what the page shows depends on its path. */
const ROUTER = `const draw = () => {
    app.innerHTML = location.pathname.endsWith('/other') ? '<h1>Other</h1>'
      : '<h1>Mails</h1><p style="${PLACE}">${TARGET.replaceAll('"', '&quot;')}</p>'
  }
  globalThis.go = (path) => { history.pushState({}, '', path); draw() }
  addEventListener('popstate', draw)
  draw()`.replaceAll('&quot;', '"')

test('pain 18 another route in mid step: nothing is left over, Back resumes the same step', async ({
  host,
  page,
}) => {
  const steps = STEPS.map((title) => toStep(title, { id: 'target' }, { spotlight: true }))
  const address = await host.open({
    body: '<div id="app"></div>',
    script: ROUTER,
    journey: tour({ steps }),
  })
  await installGauge(page)
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.evaluate(() => gauge.roll())
  const goneMs = await page.evaluate(
    (path) =>
      gauge.time(
        () => void Reflect.get(globalThis, 'go')(path),
        ({ panel, ring }) => !panel && !ring,
      ),
    `${address}/other`,
  )
  expect(goneMs).toBeLessThan(200 * SLACK)
  expect((await page.evaluate(() => gauge.film)).filter(isAtCorner)).toEqual([])
  const backMs = await page.evaluate(() =>
    gauge.time(
      () => history.back(),
      (frame) => frame.title === 'Two' && gauge.isAnchored(frame),
    ),
  )
  expect(backMs).toBeLessThan(300 * SLACK)
  await host.panel('Two').getByRole('button', { name: 'Next' }).press('Enter')
  await host.seeStep('Three')
  expect((await host.seen()).errors).toEqual([])
})

test('pain 19 a recycled row: hidden while it is out, back with it, never on another row', async ({
  host,
  page,
}) => {
  const target = { id: 'row-50' }
  await host.open(
    { body: '', apps: ['recycled-rows'], journey: tour({ target }) },
    { silent: true },
  )
  await page.locator('[data-firstwin=row-3]').waitFor()
  await installGauge(page, '[data-firstwin=row-50]')
  const scroll = (top: number): Promise<void> =>
    page.evaluate((to) => document.querySelector('#list')?.scrollTo(0, to), top)
  await page.evaluate(() => gauge.roll())
  for (let round = 0; round < 2; round += 1) {
    await scroll(1900)
    await host.seeStep('One')
    await expect.poll(() => page.evaluate(() => gauge.isAnchored(gauge.look()))).toBe(true)
    await scroll(6000 + 960 * round)
    await host.seeNothing()
  }
  const film = await page.evaluate(() => gauge.film)
  expect(film.filter(isAtCorner)).toEqual([])
  expect(film.filter(({ ring }) => ring).length).toBeGreaterThan(0)
  expect(straysOf(film)).toEqual([])
  await scroll(1900)
  await host.works({ selector: '[data-firstwin=row-50]' })
})

/** Frames in which the ring lies around what is not the row. Once that is gone it may fade, in place. */
function straysOf(film: readonly Frame[]): Frame[] {
  let last: Frame | undefined
  return film.filter((frame) => {
    const { ring, target: row, at } = frame
    if (!ring) return false
    if (row) {
      last = frame
      return ring.y < row.y - 8 || ring.y + ring.height > row.y + row.height + 8
    }
    return !last?.ring || at - last.at > 200 * SLACK || Math.abs(ring.y - last.ring.y) > 80
  })
}

const INNER = `class Inner extends HTMLElement { connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<p style="${PLACE}"><button type="button" class="send">Send</button></p>'
  } }
  class Outer extends HTMLElement { connectedCallback() {
    this.attachShadow({ mode: 'open' }).innerHTML = '<in-form></in-form>'
  } }
  setTimeout(() => { customElements.define('in-form', Inner); customElements.define('my-app', Outer) }, 400)`

interface Stage {
  host: Host
  page: Page
}

/** The ring lies around this, 4 px off on each side. */
async function seeHole({ host, page }: Stage, selector: string): Promise<void> {
  await installGauge(page)
  await expect
    .poll(async () => {
      const { target } = await host.look(selector)
      const ring = await page.evaluate(() => gauge.look().ring)
      if (!target || !ring) return 'nothing'
      const { x, y, width, height } = target
      const offs = [x - ring.x, y - ring.y, ring.width - width - 4, ring.height - height - 4]
      return offs.every((off) => Math.abs(off - 4) <= 1.5)
        ? 'exact'
        : JSON.stringify({ target, ring })
    })
    .toBe('exact')
}

test('pain 20 a target in two open shadow roots, upgraded late: found, the hole is exact', async ({
  host,
  page,
}) => {
  const target: Target = { css: 'my-app >>> in-form >>> .send' }
  await host.open({ body: '<my-app></my-app>', script: INNER, journey: tour({ target }) })
  await seeHole({ host, page }, '.send')
  await host.works({ selector: '.send' })
})

test('pain 20 a target in a closed shadow root: the report says that it cannot be reached', async ({
  host,
  page,
}) => {
  const target: Target = { css: 'button', within: { shadow: 'my-app' } }
  await host.open(
    {
      body: '<my-app></my-app>',
      script: `document.querySelector('my-app').attachShadow({ mode: 'closed' }).innerHTML = '<button>Send</button>'`,
      journey: tour({ target }),
      before: QUICK_CLOCK,
    },
    { silent: true },
  )
  await startTour(page)
  await seeUnreachable(host)
})

async function seeUnreachable(host: Host): Promise<void> {
  const missing = async () => {
    const { reports } = await host.seen()
    return reports
      .filter(({ name }) => name === 'target_missing')
      .map(({ properties }) => properties)
  }
  await expect.poll(missing).toHaveLength(1)
  expect(await missing()).toMatchObject([{ step: 'one', reason: 'unreachable' }])
  expect((await host.seen()).errors).toEqual([])
  await host.seeNothing()
}

const FRAME =
  'position:absolute;left:200px;top:100px;width:600px;height:300px;border:5px solid;padding:7px'
const DOCUMENT = `<body style='margin:0'><p style='margin:500px 0 600px 180px'>
  <button type='button' class='send'>Send</button></p></body>`

test('pain 21 a target in a frame of the same origin: offset right, follows its scrolling', async ({
  host,
  page,
}) => {
  await host.open({
    body: `<iframe style="${FRAME}" srcdoc="${DOCUMENT}"></iframe>`,
    journey: tour({ target: { css: '.send' } }),
  })
  await installGauge(page)
  const off = (): Promise<number[]> =>
    page.evaluate(() => {
      const frame = document.querySelector('iframe')
      const inner = frame?.contentDocument?.querySelector('.send')?.getBoundingClientRect()
      const outer = frame?.getBoundingClientRect()
      const { ring } = gauge.look()
      if (!inner || !outer || !ring) return [99, 99]
      return [outer.x + 12 + inner.x - 4 - ring.x, outer.y + 12 + inner.y - 4 - ring.y].map(
        Math.round,
      )
    })
  await expect.poll(off).toEqual([0, 0])
  await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollBy(0, -40))
  await page.evaluate(() => gauge.rest(100))
  await expect.poll(off).toEqual([0, 0])
  await host.works({ selector: 'iframe', isDetached: true })
})

test('pain 21 a target in a frame of another origin: missing, and no error', async ({
  host,
  page,
}) => {
  await host.open(
    {
      body: `<iframe sandbox style="${FRAME}" srcdoc="${DOCUMENT}"></iframe>`,
      journey: tour({ target: { css: '.send', within: { frame: 'iframe' } } }),
      before: QUICK_CLOCK,
    },
    { silent: true },
  )
  await startTour(page)
  await seeUnreachable(host)
})

const ELEMENTS = {
  'an SVG shape': `<svg width="400" height="200" style="margin:100px"><g transform="translate(60 40) scale(2)">
    <path class="it" d="M0 0h40v20z" fill="teal"/></g></svg>`,
  'an SVG group': `<svg width="400" height="200" style="margin:100px"><g class="it"><rect x="40" y="50" width="60"
    height="30"/><circle cx="140" cy="60" r="20"/></g></svg>`,
  'a table row': `<table style="margin:100px 300px"><tbody><tr><td>A</td></tr><tr class="it"><td>B</td><td>C</td></tr></tbody></table>`,
  'a table cell': `<table style="margin:100px 300px"><tbody><tr><td>A</td><td class="it">B</td></tr></tbody></table>`,
  MathML: `<math style="margin:100px 300px"><mfrac class="it"><mi>a</mi><mi>b</mi></mfrac></math>`,
}

for (const [name, body] of Object.entries(ELEMENTS)) {
  test(`pain 22 ${name} as target: no error, the hole is its box`, async ({ host, page }) => {
    await host.open({ body, journey: tour({ target: { css: '.it' } }) })
    await seeHole({ host, page }, '.it')
    await host.works({ selector: '.it' })
  })
}
