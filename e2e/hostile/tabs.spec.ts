import type { Page } from '@playwright/test'
import { QUICK_CLOCK } from './quick-clock.ts'
import { record } from './moments.ts'
import { engine, expect, test, toolLacks, type Host } from './test.ts'
import { createGuide } from './guide.ts'
import { toStep, tour } from './tour.ts'

/* Several tabs of one user, tabs out of sight, and pages that the browser kept. */

/** Another tab of the same browser. */
async function openTab(page: Page): Promise<Page | undefined> {
  if (engine() !== 'webkit') return page.context().newPage()
  toolLacks('one window at a time')
  return undefined
}

const BOTH = tour({
  steps: ['One', 'Two', 'Three', 'Four'].map((title) => toStep(title, { id: 'target' })),
})

test('H40 a guide that is closed in one tab closes in the other', async ({ host, page }) => {
  const address = await host.open({})
  const tab = await openTab(page)
  if (!tab) return
  await tab.goto(address)
  const other = createGuide(tab)
  await other.seeStep('One')
  await other.panel('One').getByRole('button', { name: 'Close' }).click()
  // Within a second, or three of a busy machine.
  await expect(async () => expect((await host.look()).panel).toBeUndefined()).toPass({
    timeout: 3000,
  })
  await page.reload()
  for (const { panel } of await record(page, 30)) expect(panel).toBeUndefined()
  await tab.close()
})

test('H40 two tabs go on with the same guide', async ({ host, page }) => {
  const address = await host.open({ journey: BOTH })
  const tab = await openTab(page)
  if (!tab) return
  await tab.goto(address)
  const other = createGuide(tab)
  await other.seeStep('One')
  await other.panel('One').getByRole('button', { name: 'Next' }).press('Enter')
  await other.seeStep('Two')
  await host.seeStep('Two')
  await page.bringToFront()
  await host.panel('Two').getByRole('button', { name: 'Next' }).press('Enter')
  await host.seeStep('Three')
  await other.seeStep('Three')
  await tab.close()
})

const WINS = tour({
  more: {
    wins: ['Sent', 'Read'].map((event) => ({
      id: event.toLowerCase(),
      when: { event },
      title: event,
    })),
  },
})

test('H40 wins of two tabs at once are both kept', async ({ host, page }) => {
  const address = await host.open({ journey: WINS })
  const tab = await openTab(page)
  if (!tab) return
  await tab.goto(address)
  await createGuide(tab).seeStep('One')
  const track = (where: Page, event: string): Promise<void> =>
    where.evaluate((name) => {
      const api: unknown = Reflect.get(window, 'firstwin')
      const call: unknown = Reflect.get(Object(api), 'track')
      if (typeof call === 'function') call(name)
    }, event)
  await Promise.all([track(page, 'Sent'), track(tab, 'Read')])
  const stored = (): Promise<string> =>
    page.evaluate(() => localStorage.getItem('fw:j:hostile:visitor') ?? '')
  await expect.poll(stored).toMatch(/"wins":\{[^}]*"sent"/)
  await expect.poll(stored).toMatch(/"wins":\{[^}]*"read"/)
  await tab.close()
})

/** A tab that is out of sight, by what pages see of it. */
const HIDING = `globalThis.hide = (isHidden) => {
  for (const [name, value] of [['hidden', isHidden], ['visibilityState', isHidden ? 'hidden' : 'visible']]) {
    Object.defineProperty(Document.prototype, name, { configurable: true, get: () => value })
  }
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}`

function hide(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((is) => {
    const call: unknown = Reflect.get(window, 'hide')
    if (typeof call === 'function') call(is)
  }, isHidden)
}

test('H47 what waits is sent when the tab is hidden', async ({ host, page }) => {
  const address = await host.open({
    before: `${HIDING}
      const native = fetch
      globalThis.posts = []
      globalThis.fetch = (url, init) => {
        if (init?.body) posts.push(String(init.body))
        return native(url, init)
      }`,
    init: `{ endpoint: location.pathname + '/events' }`,
  })
  await expect.poll(() => host.server.received(address).length).toBeGreaterThan(0)
  await host.panel('One').getByRole('button', { name: 'Next' }).press('Enter')
  const sent = await page.evaluate(async () => {
    const isDone = (): boolean => seen.reports.some(({ name }) => name === 'step_completed')
    const wasSent = (): boolean => {
      const posts: unknown = Reflect.get(window, 'posts')
      return String(posts).includes('step_completed')
    }
    while (!isDone()) await new Promise(requestAnimationFrame)
    const call: unknown = Reflect.get(window, 'hide')
    if (typeof call === 'function') call(true)
    // In this very turn: there may be none after it.
    return wasSent()
  })
  expect(sent).toBe(true)
})

test('H47 a step does not wait while its tab is hidden', async ({ host, page }) => {
  const journey = tour({ start: 'on-request' })
  await host.open({ before: `${QUICK_CLOCK}\n${HIDING}`, journey, body: 'Empty' }, { silent: true })
  await host.call('start', 'tour')
  await expect.poll(() => page.evaluate(startsWaiting)).toBe(true)
  await hide(page, true)
  await passTime(page, 30_000)
  expect(await missing(host)).toHaveLength(0)
  await hide(page, false)
  await expect.poll(async () => (await missing(host)).length).toBe(1)
  // And is told once, however long it was away.
  await passTime(page, 15_000)
  const reports = await missing(host)
  expect(reports).toHaveLength(1)
  expect(reports[0]?.properties['waitedMs']).toBeLessThan(25_000)
})

function startsWaiting(): boolean {
  return JSON.stringify(Object.entries(localStorage)).includes('tour')
}

async function missing(host: Host) {
  return (await host.seen()).reports.filter(({ name }) => name === 'target_missing')
}

/** By the page's quick clock. */
async function passTime(page: Page, ms: number): Promise<void> {
  const start = await page.evaluate(() => performance.now())
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(start + ms)
}

test('H47 a tab that comes back makes up for nothing', async ({ host, page }) => {
  await host.open({ before: HIDING })
  const before = (await host.seen()).reports.length
  for (let i = 0; i < 5; i += 1) {
    await hide(page, true)
    await hide(page, false)
  }
  await record(page, 10)
  expect((await host.seen()).reports).toHaveLength(before)
  await host.works()
})
