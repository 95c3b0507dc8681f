import { existsSync } from 'node:fs'
import { engine } from '../test.ts'
import { expect, test, toolLacks } from './test.ts'

/* The back/forward cache. In Chromium the tool switches it off, and the smaller browser has none. */

const WHOLE = '/usr/bin/chromium'

test.use({
  launchOptions: async ({ launchOptions }, use, { project }) => {
    const ignoreDefaultArgs = ['--disable-back-forward-cache']
    const own = existsSync(WHOLE) ? { ignoreDefaultArgs, executablePath: WHOLE } : {}
    await use(project.name === 'chromium' ? { ...launchOptions, ...own } : launchOptions)
  },
})

const KEPT = `addEventListener('pageshow', ({ persisted }) => { globalThis.isKept = persisted })`

test('H46 back to a page that the browser has kept', async ({ host, page }) => {
  const address = await host.open({ before: KEPT })
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.evaluate(() => Reflect.set(window, 'isSame', true))
  await page.goto(host.server.add({ tag: 'none', body: '<h1>Elsewhere</h1>' }))
  await expect(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible()
  await page.evaluate(() => history.back())
  // While the pages change places there is none to ask.
  await expect(async () =>
    expect(await page.evaluate(() => location.pathname)).toBe(address),
  ).toPass({ timeout: 9000 })
  const isKept = await page.evaluate(() => Reflect.get(window, 'isKept') === true)
  if (!isKept) return toolLacks('no back/forward cache under its control')
  expect(await page.evaluate(() => Reflect.get(window, 'isSame') === true)).toBe(true)
  await expect.poll(async () => (await host.look()).title).toBe('Two')
  expect(
    await page.evaluate(() => document.querySelector('firstwin-root')?.matches(':popover-open')),
  ).toBe(true)
  const { reports } = await host.seen()
  const viewed = reports.filter(({ name, properties }) => {
    return name === 'step_viewed' && properties['step'] === 'two'
  })
  expect(viewed).toHaveLength(1)
  // There the tool's locators wait for a navigation that is over.
  if (engine() === 'firefox') return
  await host.panel('Two').getByRole('button', { name: 'Back' }).press('Enter')
  await host.works()
})

test('H46 events of a kept page, as the browser sends them', async ({ host, page }) => {
  await host.open({})
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  const { reports } = await host.seen()
  expect(reports.filter(({ name }) => name === 'step_viewed')).toHaveLength(1)
  await host.works()
})
