import type { Page } from '@playwright/test'
import { installGauge } from './gauge.ts'
import { TARGET } from './host-page.ts'
import { engine, expect, test, toolLacks, type Host } from './test.ts'
import { STEPS, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, E: policies of the host, and what is remembered. */

const EVIL = '<img src=x onerror="globalThis.XSS = 1"><script>globalThis.XSS = 1</script>'
const SCRIPTS = "script-src 'nonce-{nonce}'; connect-src 'self'; default-src 'none'; img-src 'self'"
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

/** A second tab of the same user. */
async function openTab(page: Page, address: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(address)
  return tab
}

const step = (page: Page, title: string) => page.getByRole('dialog', { name: title, exact: true })

test('pain 40 a second tab: goes on where the first is, and what is finished is shown in neither', async ({
  host,
  page,
}) => {
  const address = await host.open({})
  if (engine() === 'webkit') return toolLacks('second tabs')
  await goToTwo(host)
  const second = await openTab(page, address)
  await expect(step(second, 'Two')).toBeVisible()
  const started = await second.evaluate(() =>
    seen.reports.filter(({ name }) => name === 'guide_started'),
  )
  expect(started).toEqual([])
  await step(second, 'Two').getByRole('button', { name: 'Next' }).press('Enter')
  await expect(step(second, 'Three')).toBeVisible()
  await page.bringToFront()
  await host.seeStep('Three')
  await host.panel('Three').getByRole('button', { name: 'Done' }).click()
  await host.seeNothing()
  await second.bringToFront()
  await expect(second.getByRole('dialog')).toHaveCount(0)
  await second.reload()
  await installGauge(second)
  await second.evaluate(() => gauge.rest(1000))
  await expect(second.getByRole('dialog')).toHaveCount(0)
})

test('pain 40 closed in one tab: it goes from the other', async ({ host, page }) => {
  const address = await host.open({})
  if (engine() === 'webkit') return toolLacks('second tabs')
  const second = await openTab(page, address)
  await expect(step(second, 'One')).toBeVisible()
  await step(second, 'One').getByRole('button', { name: 'Close' }).click()
  await expect(second.getByRole('dialog')).toHaveCount(0)
  await page.bringToFront()
  await host.seeNothing()
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
