import type { Journey, Target } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { distance } from './guide.ts'
import { expectWithin, record } from './moments.ts'
import type { Box } from './probe.ts'
import { QUICK_CLOCK } from './quick-clock.ts'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* Targets in frames and shadow roots, late, hidden, replaced, gone. */

const SEND = '<button type="button" data-firstwin="target">Send</button>'
/** A target shows again, or is gone, within so many ms. */
const LIMIT_MS = 200

/** A guide that comes by itself waits for its target in silence; one that was asked for is missed. */
function asked(target?: Target): Journey {
  return tour({ start: 'on-request', ...(target ? { target } : {}) })
}

const FRAMED = `<div style='height:900px'>Above</div>${SEND.replaceAll('"', "'")}<div style='height:900px'>Below</div>`

const FRAMES = {
  'in a frame': 'width:500px;height:300px',
  'in a frame with a border': 'width:500px;height:300px;border:17px solid;padding:11px',
  'in a frame at half its size':
    'width:700px;height:500px;border:9px solid;transform:scale(.5);transform-origin:0 0',
}

for (const [name, style] of Object.entries(FRAMES)) {
  test(`H21 a target ${name}`, async ({ host, page }) => {
    await host.open({
      body: `<p style="height:60px">Above</p><iframe style="margin-left:200px;${style}" srcdoc="${FRAMED}"></iframe>`,
    })
    await expectBesideFramed(host, page)
    await host.works({ isDetached: true })
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollBy(0, 40))
    await expectBesideFramed(host, page)
  })
}

async function expectBesideFramed(host: Host, page: Page): Promise<void> {
  await expect(async () => {
    const { panel, isHit } = await host.look()
    const target = await page.evaluate(framedBox)
    expect(isHit).toBe(true)
    expect(panel && target && distance(panel, target)).toBeLessThanOrEqual(16)
  }).toPass({ timeout: 5000 })
}

/** Where the framed target is on the page. */
function framedBox(): Box | undefined {
  const frame = document.querySelector('iframe')
  const inner = frame?.contentDocument?.querySelector('[data-firstwin]')?.getBoundingClientRect()
  if (!frame || !inner) return undefined
  const outer = frame.getBoundingClientRect()
  const scale = outer.width / frame.offsetWidth
  const { paddingLeft, paddingTop } = getComputedStyle(frame)
  return {
    x: outer.x + scale * (frame.clientLeft + Number.parseFloat(paddingLeft) + inner.x),
    y: outer.y + scale * (frame.clientTop + Number.parseFloat(paddingTop) + inner.y),
    width: inner.width * scale,
    height: inner.height * scale,
  }
}

test('H21 a target in a frame of another origin is told as out of reach', async ({ host }) => {
  const other = host.server.url.replace('127.0.0.1', 'localhost')
  const address = host.server.add({ tag: 'none', body: SEND })
  await host.open(
    {
      before: QUICK_CLOCK,
      journey: asked({ css: 'button', within: { frame: '#other' } }),
      body: `<iframe id="other" src="${other}${address}"></iframe>`,
    },
    { silent: true },
  )
  await host.call('start', 'tour')
  await expectMissing(host, 'unreachable')
})

const NESTED = `const inner = (parent, name) => {
  const one = document.createElement(name)
  parent.append(one)
  const root = one.attachShadow({ mode: MODE })
  return root
}
const root = inner(inner(inner(document.body, 'app-one'), 'app-two'), 'app-three')
root.innerHTML = '<p style="margin:200px">${SEND}</p>'`

test('H22 a target in three shadow roots, by its path', async ({ host }) => {
  await host.open({
    journey: tour({ target: { css: 'app-one >>> app-two >>> app-three >>> button' } }),
    body: '',
    script: NESTED.replace('MODE', "'open'"),
  })
  await host.works()
})

test('H22 a target in three shadow roots, by its id', async ({ host }) => {
  await host.open({ body: '', script: NESTED.replace('MODE', "'open'") })
  await host.works()
})

test('H22 a target in a closed shadow root is reported `unreachable`', async ({ host }) => {
  await host.open(
    {
      before: QUICK_CLOCK,
      journey: asked({ css: 'app-one >>> button' }),
      body: '',
      script: NESTED.replace('MODE', "'closed'"),
    },
    { silent: true },
  )
  await host.call('start', 'tour')
  await expectMissing(host, 'unreachable')
})

test('H23 an app that is all in shadow roots, with slots', async ({ host }) => {
  await host.open({
    body: `<x-app><x-page slot="page"><p slot="actions" style="margin:20px 320px">${SEND}</p></x-page></x-app>`,
    script: `const put = (name, html) => {
      document.querySelector(name).attachShadow({ mode: 'open' }).innerHTML = html
    }
    put('x-app', '<header>App</header><div style="height:420px;overflow:auto"><slot name="page"></slot></div>')
    put('x-page', '<div style="height:700px">Above</div><slot name="actions"></slot><div style="height:700px">Below</div>')`,
  })
  await host.works()
})

test('H24 a target that is taken out', async ({ host, page }) => {
  await host.open({ before: QUICK_CLOCK })
  await expectWithin(page, LIMIT_MS, {
    act: () => document.querySelector('[data-firstwin]')?.remove(),
    until: ({ panel }) => panel === undefined,
  })
  await expectMissing(host, 'not-found')
  for (const { panel } of await record(page, 10)) expect(panel).toBeUndefined()
  await page.getByRole('link', { name: 'Home' }).click()
  expect((await host.seen()).errors).toEqual([])
})

test('H25 another element in place of the target', async ({ host, page }) => {
  await host.open({})
  await expect.poll(async () => (await host.look()).isHit).toBe(true)
  const moments = await record(page, 20, {
    act: () => {
      const old = document.querySelector<HTMLElement>('[data-firstwin]')
      const next = document.createElement('button')
      next.dataset['firstwin'] = 'target'
      next.textContent = 'Send it now'
      old?.parentElement?.style.setProperty('margin-top', '260px')
      old?.replaceWith(next)
    },
  })
  // A few frames without it, of which a busy machine may make more.
  expect(moments.filter(({ panel }) => !panel).length).toBeLessThanOrEqual(3)
  await expectWithin(page, LIMIT_MS, { until: ({ gap, isHit }) => isHit && gap >= 0 && gap <= 16 })
  const { reports } = await host.seen()
  expect(reports.filter(({ name }) => name === 'step_viewed')).toHaveLength(1)
  await host.works()
})

test('H26 a target that comes after ten seconds', async ({ host, page }) => {
  await host.open({ journey: asked(), body: '<main></main>' }, { silent: true })
  await host.call('start', 'tour')
  await expect
    .poll(async () => (await missing(host)).length, { timeout: 15_000, intervals: [100] })
    .toBe(1)
  expect((await host.look()).panel).toBeUndefined()
  const [report] = await missing(host)
  expect(report?.properties).toMatchObject({ guide: 'tour', step: 'one', reason: 'not-found' })
  // Timers may be a moment early by the other clock.
  expect(report?.properties['waitedMs']).toBeGreaterThanOrEqual(9990)
  await expectWithin(page, LIMIT_MS, {
    act: () => {
      const late = document.createElement('button')
      late.dataset['firstwin'] = 'target'
      late.style.margin = '120px 320px'
      late.textContent = 'Send'
      document.querySelector('main')?.append(late)
    },
    until: ({ isHit }) => isHit,
  })
  await host.works()
  expect(await missing(host)).toHaveLength(1)
})

test('H26 a target that never comes is told of once', async ({ host, page }) => {
  const body = '<main><p>Hello</p></main>'
  await host.open({ before: QUICK_CLOCK, journey: asked(), body }, { silent: true })
  await host.call('start', 'tour')
  await expectMissing(host, 'not-found')
  await page.evaluate(() => document.querySelector('main')?.append('More'))
  // As long again as it took to be told, by the page's quick clock.
  const start = await page.evaluate(() => performance.now())
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(start + 12_000)
  expect(await missing(host)).toHaveLength(1)
})

const HIDDEN = {
  'without a size': ['overflow:hidden;width:0;height:0;padding:0;border:0', 'hidden'],
  'that is not displayed': ['display:none', 'hidden'],
  'with visibility hidden': ['visibility:hidden', 'hidden'],
  'under another element': ['', 'covered'],
} as const

for (const [name, [style, reason]] of Object.entries(HIDDEN)) {
  test(`H27 a target ${name}`, async ({ host, page }) => {
    const cover =
      '<div id="cover" style="position:fixed;inset:90px 200px 300px;background:#fff">Loading</div>'
    await host.open(
      {
        before: QUICK_CLOCK,
        journey: asked(),
        body: `<p style="margin:160px 320px"><button data-firstwin="target" style="${style}">Send</button></p>
          ${reason === 'covered' ? cover : ''}`,
      },
      { silent: true },
    )
    await host.call('start', 'tour')
    await expectMissing(host, reason)
    await expectWithin(page, LIMIT_MS, {
      act: () => {
        document.querySelector('[data-firstwin]')?.removeAttribute('style')
        document.querySelector('#cover')?.remove()
      },
      until: ({ isHit }) => isHit,
    })
    await host.works()
  })
}

async function missing(host: Host) {
  return (await host.seen()).reports.filter(({ name }) => name === 'target_missing')
}

/** Told of once, with its reason, while nothing was to be seen. */
async function expectMissing(host: Host, reason: string): Promise<void> {
  await expect.poll(async () => (await missing(host)).length).toBe(1)
  const [report] = await missing(host)
  expect(report?.properties).toMatchObject({ guide: 'tour', step: 'one', reason })
  expect((await host.look()).panel).toBeUndefined()
}
