import type { Browser, BrowserContext, Page } from '@playwright/test'
import { engine, expect, test as base } from '../test.ts'
import { startProgressHost, type ProgressHost } from './progress-host.ts'

/* One user, two devices: the script tag, and a collector that asks for tokens. */

const test = base.extend<{ host: ProgressHost }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
  host: async ({}, use) => {
    const host = await startProgressHost()
    await use(host)
    await host.stop()
  },
})

test.beforeEach(() => {
  test.skip(engine() === 'webkit', 'WebDriver has one device.')
})

interface Device {
  context: BrowserContext
  page: Page
}

/** A device of its own: nothing is shared with others but the user. */
async function openDevice(browser: Browser, host: ProgressHost, event = ''): Promise<Device> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${host.url}/?user=u1&event=${event}`)
  return { context, page }
}

const track = (page: Page, name: string) =>
  page.evaluate((event) => Reflect.get(window, 'firstwin').track(event), name)

const wins = (page: Page) =>
  page.evaluate(() => {
    const { progress } = Reflect.get(window, 'firstwin') as { progress?: { get: () => unknown } }
    const now = progress?.get() as { wins?: object } | undefined
    return Object.keys(now?.wins ?? {})
  })

interface Memory {
  readonly events?: Readonly<Record<string, { count: number }>>
  readonly wins?: Readonly<Record<string, number>>
}

/** What this device remembers of the user. */
async function memoryOf(page: Page): Promise<Memory> {
  const text = await page.evaluate(() => localStorage.getItem('fw:j:shop:user:u1') ?? '{}')
  return JSON.parse(text.slice(text.indexOf('{'))) as Memory
}

/** How often the user has done it, as this device knows it. */
async function counted(page: Page, event: string): Promise<number> {
  return (await memoryOf(page)).events?.[event]?.count ?? 0
}

/** What fades away is still there for a while: a window in the background does not draw. */
const praise = (page: Page) =>
  page.locator('.layer:not([inert])').getByRole('heading', { name: 'Your first one is out' })

/** The user comes back to the device: to the collector that is a page that is seen again. */
async function comeBack({ page }: Device): Promise<void> {
  await page.reload()
}

test('a win on the phone is there on the laptop, and not celebrated again', async ({
  browser,
  host,
}) => {
  const phone = await openDevice(browser, host)
  await track(phone.page, 'sent')
  await expect(praise(phone.page)).toBeVisible()
  await expect.poll(() => host.reached('sent')).toHaveLength(1)

  const laptop = await openDevice(browser, host)
  await expect.poll(() => wins(laptop.page)).toContain('sent')
  // The product says it on each of its pages, as products do.
  await track(laptop.page, 'sent')
  await expect.poll(() => counted(laptop.page, 'sent')).toBe(2)
  await expect(praise(laptop.page)).toHaveCount(0)
  await expect.poll(() => host.reached('sent')).toMatchObject([{ actor: 'u:u1' }])
})

test('what was read on the phone does not come on the laptop, not for a moment', async ({
  browser,
  host,
}) => {
  const phone = await openDevice(browser, host, 'arrived')
  const letter = phone.page.getByRole('heading', { name: 'Welcome aboard' })
  await expect(letter).toBeVisible()
  await phone.page.getByRole('button', { name: 'Close' }).first().click()
  await expect.poll(host.kept).toContain('"end":"closed"')

  // The product says on each of its pages that the user has arrived.
  const laptop = await openDevice(browser, host, 'arrived')
  const flashes = laptop.page.waitForFunction(
    () => document.querySelector('firstwin-root')?.shadowRoot?.textContent?.includes('aboard'),
    undefined,
    { polling: 'raf', timeout: 4_000 },
  )
  await expect(flashes).rejects.toThrow('Timeout')
  expect(await counted(laptop.page, 'arrived')).toBe(2)
})

test('what was read nowhere comes within a moment, also while the collector is silent', async ({
  browser,
  host,
}) => {
  const context = await browser.newContext()
  await context.route('**/v1/progress', () => {})
  const page = await context.newPage()
  await page.goto(`${host.url}/?user=u1&event=arrived`)
  await expect(page.getByRole('heading', { name: 'Welcome aboard' })).toBeVisible()
})

test('offline on both and then online ends in one truth', async ({ browser, host }) => {
  const devices = [await openDevice(browser, host), await openDevice(browser, host)] as const
  const [phone, laptop] = devices
  for (const { context, page } of devices) {
    await page.waitForLoadState('networkidle')
    // What praise is drawn with is on the page already.
    await page.evaluate(
      () => import(new URL('/firstwin/firstwin-celebration.js', location.href).href),
    )
    await context.setOffline(true)
  }
  for (let i = 0; i < 4; i += 1) await track(phone.page, 'sent')
  for (let i = 0; i < 5; i += 1) await track(laptop.page, 'sent')
  await track(laptop.page, 'opened')
  for (const { page } of devices) {
    await expect(praise(page)).toBeVisible()
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(praise(page)).toHaveCount(0)
  }

  for (const { context } of devices) await context.setOffline(false)
  await expect
    .poll(async () => {
      for (const device of devices) await comeBack(device)
      return Promise.all(devices.map(({ page }) => counted(page, 'sent')))
    })
    .toEqual([9, 9])
  for (const { page } of devices) {
    await expect.poll(() => wins(page)).toEqual(expect.arrayContaining(['seen', 'sent']))
    await expect(praise(page)).toHaveCount(0)
  }
  const [ofPhone, ofLaptop] = await Promise.all(devices.map(({ page }) => memoryOf(page)))
  expect(ofPhone?.wins).toEqual(ofLaptop?.wins)
  await expect.poll(() => host.reached('sent')).toHaveLength(1)
  await expect.poll(() => host.reached('seen')).toHaveLength(1)

  await test.step('and they count on together', async () => {
    await track(phone.page, 'sent')
    await expect.poll(() => wins(phone.page)).toContain('ten')
    await expect.poll(() => host.reached('ten')).toHaveLength(1)
  })
})

test('C14 another user of the same device learns nothing', async ({ browser, host }) => {
  const phone = await openDevice(browser, host)
  await track(phone.page, 'sent')
  await expect.poll(() => host.reached('sent')).toHaveLength(1)
  await phone.page.goto(`${host.url}/?user=u2`)
  await expect
    .poll(() => phone.page.evaluate(() => localStorage.getItem('fw:j:shop:user:u2') !== null))
    .toBe(true)
  expect(await wins(phone.page)).toEqual([])
})

test('T23 leaves no token on the device, and puts none into an address', async ({
  browser,
  host,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await page.goto(`${host.url}/?user=u1`)
  await track(page, 'sent')
  await expect.poll(() => host.reached('sent')).toHaveLength(1)
  const kept = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage)).join(' '),
  )
  const token = await page.evaluate(() => fetch('/token?user=u1').then((answer) => answer.text()))
  const [header = 'none'] = token.split('.')
  expect(kept).not.toContain(header)
  expect(addresses.join(' ')).not.toContain(header)
})
