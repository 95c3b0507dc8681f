import type { Page } from '@playwright/test'
import { callFirstwin } from './call-firstwin.ts'
import { installGauge } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { engine, expect, test, toolLacks, type Host } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, E: starts and ends, and what is remembered. */

/** Counts the listeners of what is in the page: its window, its document, its nodes. */
const COUNT_LISTENERS = `{
  const live = new Map()
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const ids = new WeakMap()
  let next = 0
  const idOf = (one) => (ids.has(one) || ids.set(one, next += 1), ids.get(one))
  const keyOf = (target, type, run, options) =>
    [idOf(target), type, idOf(run), Boolean(options?.capture ?? (options === true))].join()
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const { signal } = Object(options)
    const target = this ?? globalThis
    if (run && !signal?.aborted) {
      const key = keyOf(target, type, run, options)
      live.set(key, { type, target })
      if (signal) add.call(signal, 'abort', () => live.delete(key))
    }
    return add.call(target, type, run, options)
  }
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    const target = this ?? globalThis
    if (run) live.delete(keyOf(target, type, run, options))
    return remove.call(target, type, run, options)
  }
  // What is not in the page, or nothing of it, goes with its owner.
  const isThere = (target) =>
    target === window || target === visualViewport || (target instanceof Node && target.isConnected)
  globalThis.listeners = () => [...live.values()].filter(({ target }) => isThere(target))
    .map(({ type }) => type).sort().join(' ')
}`

const listeners = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const count: () => string = Reflect.get(globalThis, 'listeners')
    return count()
  })

async function stopAndCount(page: Page, host: Host): Promise<string> {
  await callFirstwin(page, 'stop')
  await host.seeNothing()
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  return listeners(page)
}

test('pain 38 twenty starts and stops: one panel, the listeners are as at first', async ({
  host,
  page,
}) => {
  await host.open({ before: COUNT_LISTENERS })
  const base = await stopAndCount(page, host)
  for (let round = 0; round < 20; round += 1) {
    await callFirstwin(page, 'init', {})
    await host.seeStep('One')
    await callFirstwin(page, 'stop')
  }
  expect(await stopAndCount(page, host)).toBe(base)
  expect(base, 'none of ours from the start').toBe('')
  await callFirstwin(page, 'init', {})
  await host.works()
})

test('pain 38 started twice: one panel, one report of each step', async ({ host, page }) => {
  await host.open({})
  await callFirstwin(page, 'init', {})
  await callFirstwin(page, 'start', 'tour')
  await host.works()
  const { reports } = await host.seen()
  const viewed = reports.filter(({ name }) => name === 'step_viewed')
  expect(viewed.map(({ properties }) => properties['step'])).toEqual(['one', 'two', 'three'])
})

test('pain 38 React’s strict mode, which mounts twice: one panel, it works', async ({ host }) => {
  await host.open({ body: '', apps: ['strict-mode'] })
  await host.works()
})

test('pain 38 a double click on Next: one step', async ({ host, page }) => {
  await host.open({})
  await installGauge(page)
  await page.evaluate(() => gauge.rest(400))
  const { button } = await host.look()
  if (!button) throw new Error('no button')
  await page.mouse.dblclick(button.x + button.width / 2, button.y + button.height / 2)
  await host.seeStep('Two')
  await page.evaluate(() => gauge.rest(400))
  await host.seeStep('Two')
  const { reports } = await host.seen()
  expect(reports.filter(({ name }) => name === 'step_completed')).toHaveLength(1)
})

const EVIL = '<img src=x onerror="globalThis.XSS = 1"><script>globalThis.XSS = 1</script>'
const SCRIPTS = "script-src 'nonce-{nonce}'; connect-src 'self'; default-src 'none'"
const POLICIES = {
  "style-src 'self'": `${SCRIPTS}; style-src 'self'`,
  'styles by nonce only': `${SCRIPTS}; style-src 'nonce-{nonce}'`,
  'Trusted Types, none allowed': `${SCRIPTS}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
}

for (const [name, policy] of Object.entries(POLICIES)) {
  test(`pain 39 ${name}: renders without a violation, HTML in texts is text`, async ({
    host,
    page,
  }) => {
    const steps = STEPS.map((title) =>
      toStep(title, { id: 'target' }, { body: EVIL, spotlight: true }),
    )
    await host.open({
      body: `<h1>Mails</h1><p>${TARGET}</p>`,
      headers: { 'Content-Security-Policy': policy },
      journey: tour({ steps }),
    })
    await expect(host.panel('One').locator('.body')).toContainText('onerror="globalThis.XSS = 1"')
    await expect(host.panel('One').locator('img')).toHaveCount(0)
    await host.works()
    expect(await page.evaluate(() => Reflect.get(globalThis, 'XSS') === undefined)).toBe(true)
    const { background } = await page.evaluate(() => {
      const panel = document.querySelector('firstwin-root')?.shadowRoot?.querySelector('.panel')
      return { background: panel && getComputedStyle(panel).backgroundColor }
    })
    expect(background, 'it has its styles').toBe('rgb(255, 255, 255)')
  })
}

async function goToTwo(host: Host): Promise<void> {
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
}

test('pain 40 reload and another page: the same step', async ({ host, page }) => {
  const address = await host.open({})
  await goToTwo(host)
  await page.reload()
  await host.seeStep('Two')
  await page.goto(`${address}/other`)
  await host.seeStep('Two')
  await host.panel('Two').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Three')
})

test('pain 40 a second tab: the guide is not shown twice at once', async ({ host, page }) => {
  const address = await host.open({})
  if (engine() === 'webkit') return toolLacks('second tabs')
  await goToTwo(host)
  const second = await page.context().newPage()
  await second.goto(address)
  await second.waitForFunction(() => Reflect.get(globalThis, 'firstwin')?.version)
  await installGauge(second)
  await second.evaluate(() => gauge.rest(1500))
  const shown = await Promise.all(
    [page, second].map((one) => one.getByRole('dialog', { name: /^(One|Two)$/ }).count()),
  )
  expect(shown[0] ?? 0, 'of both tabs').toBe(1 - (shown[1] ?? 0))
})

test('pain 40 what is finished in one tab goes from the other', async ({ host, page }) => {
  const address = await host.open({})
  if (engine() === 'webkit') return toolLacks('second tabs')
  const second = await page.context().newPage()
  await second.goto(address)
  await host.works()
  await host.panel('Three').getByRole('button', { name: 'Done' }).click()
  await host.seeNothing()
  await expect(second.getByRole('dialog', { name: /^(One|Two|Three)$/ })).toHaveCount(0, {
    timeout: 3000,
  })
})

for (const name of ['Close', 'Escape'] as const) {
  test(`pain 40 ${name} means close, not next, and it stays so after a reload`, async ({
    host,
    page,
  }) => {
    await host.open({})
    await goToTwo(host)
    const button = host.panel('Two').getByRole('button', { name: 'Close' })
    if (name === 'Close') await button.click()
    else await button.press('Escape')
    await host.seeNothing()
    const { reports } = await host.seen()
    const ends = reports.filter(
      ({ name: one }) => one === 'guide_dismissed' || one === 'step_completed',
    )
    expect(ends.map(({ name: one, properties }) => [one, properties['step']])).toEqual([
      ['step_completed', 'one'],
      ['guide_dismissed', 'two'],
    ])
    await page.reload()
    await installGauge(page)
    await page.evaluate(() => gauge.rest(1000))
    await host.seeNothing()
  })
}

test('pain 40 a step that waits for a click: it goes on after the host’s handler, once', async ({
  host,
  page,
}) => {
  const steps = STEPS.map((title) =>
    toStep(title, { id: 'target' }, title === 'One' ? { advance: { on: 'click' } } : {}),
  )
  await host.open({
    journey: tour({ steps }),
    script: `globalThis.handled = []
      document.querySelector('[data-firstwin]').addEventListener('click', () => handled.push(performance.now()))`,
  })
  await page.locator('[data-firstwin=target]').click()
  await host.seeStep('Two')
  await page.locator('[data-firstwin=target]').click()
  await host.seeStep('Two')
  const handled: unknown = await page.evaluate(() => Reflect.get(globalThis, 'handled'))
  const { reports } = await host.seen()
  const advanced = reports.filter(({ name }) => name === 'step_completed')
  expect(advanced).toHaveLength(1)
  expect(handled).toHaveLength(2)
  expect(advanced[0]?.at).toBeGreaterThanOrEqual((handled as number[])[0] ?? Infinity)
})
