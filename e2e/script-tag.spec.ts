import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../scripts/prepare/root.js'
import { signUp } from './pages/account.ts'
import { byMouse } from './pages/hand.ts'
import { createOnboarding } from './pages/onboarding.ts'
import { keepLog } from './pages/page-log.ts'
import { createProduct } from './pages/product.ts'
import { WORDS } from './pages/words.ts'
import { expect, test } from './test.ts'

/* The script tag in bad circumstances: the product works, and its developer is told what to do. */

const JOURNEY = '**/onboarding.compiled.json'
const SOURCE = readFileSync(join(ROOT, 'examples/mail-tool/public/onboarding.journey.json'), 'utf8')

/** A signed-in customer opens the product, which works as if Firstwin were not there. */
async function openProduct(page: Page, name: string): Promise<void> {
  await signUp(page.request, name)
  await page.goto('/')
  await createProduct(page, byMouse(page), 'en').seeCampaigns()
}

test.describe('a journey that cannot be run', () => {
  const cases = [
    {
      what: 'is not there',
      name: 'Nina',
      answer: { status: 404, body: 'Not found' },
      lines: ['The journey could not be loaded', 'HTTP 404'],
    },
    {
      what: 'is not JSON',
      name: 'Noor',
      answer: { body: SOURCE.replace('"format": 1,', '"format": 1;') },
      lines: ['The journey is not JSON', 'journey:3:'],
    },
    {
      what: 'has another format',
      name: 'Nele',
      answer: { body: SOURCE.replace('"format": 1,', '"format": 2,') },
      lines: ['The journey cannot be run', 'journey:3:'],
    },
  ]
  for (const { what, name, answer, lines } of cases) {
    test(`says so when it ${what}`, async ({ page }) => {
      const log = keepLog(page)
      await page.route(JOURNEY, (route) => route.fulfill(answer))
      await openProduct(page, name)
      for (const line of lines) await log.seeLine(line)
      await expect(page.locator('firstwin-root')).toHaveCount(0)
      log.seeNoError()
    })
  }

  test('runs without the part that is broken, and names it once', async ({ page, stack }) => {
    const log = keepLog(page)
    const body = SOURCE.replace('"kind": "community"', '"kind": "comunity"')
    await page.route(JOURNEY, (route) => route.fulfill({ body }))
    await openProduct(page, 'Bea')
    await createOnboarding(page, byMouse(page), 'en').seeLetter()
    await log.seeLine('Did you mean "community"?')
    await expect
      .poll(async () => (await stack.eventsOf('Bea')).map(({ event }) => event))
      .toContain('journey_invalid')
    const reports = await stack.eventsOf('Bea')
    expect(reports.filter(({ event }) => event === 'journey_invalid')).toHaveLength(1)
    log.seeNoError()
  })
})

test.describe('the files', () => {
  test('leave the product alone when the chunks are not there', async ({ page }) => {
    const log = keepLog(page)
    await page.route('**/firstwin/firstwin-*.js', (route) => route.fulfill({ status: 404 }))
    await openProduct(page, 'Cleo')
    // One line for each that a page with something to show and to tell, and a developer, needs at once.
    const files = ['firstwin-show.js', 'firstwin-deliver.js', 'firstwin-door.js']
    for (const file of files) await log.seeLine(file)
    await expect(page.locator('firstwin-root')).toHaveCount(0)
    expect(log.firstwin()).toHaveLength(files.length)
    log.seeNoError()
  })

  test('start once when the tag is there twice', async ({ page }) => {
    const log = keepLog(page)
    // A page that a test answers counts as one of another network, which may not ask this one.
    await page.context().grantPermissions(['local-network-access'])
    await page.route('/', async (route) => {
      const response = await route.fetch()
      const html = await response.text()
      const body = html.replace(/<script async .*<\/script>\n/, '$&$&')
      await route.fulfill({ response, body })
    })
    await openProduct(page, 'Dora')
    await createOnboarding(page, byMouse(page), 'en').seeLetter()
    await expect(page.locator('script[src="/firstwin/firstwin.js"]')).toHaveCount(2)
    await log.seeLine('started-twice')
    expect(log.firstwin()).toHaveLength(1)
    await expect(page.locator('firstwin-root')).toHaveCount(1)
    log.seeNoError()
  })
})

test('works where the page may store nothing, and says that it will not last', async ({
  page,
  stack,
}) => {
  const log = keepLog(page)
  await page.addInitScript(() => {
    const get = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError')
    }
    Object.defineProperty(window, 'localStorage', { get })
  })
  await openProduct(page, 'Edda')
  const onboarding = createOnboarding(page, byMouse(page), 'en')
  await onboarding.seeLetter()
  await onboarding.closeLetter()
  await onboarding.seeDone(0)
  await log.seeLine('does not let this page store anything')
  await expect
    .poll(async () => (await stack.eventsOf('Edda')).map(({ event }) => event))
    .toContain('message_answered')
  log.seeNoError()
})

test.describe('an endpoint', () => {
  const ENDPOINT = '**/v1/batch'

  test('has every event once, however long it was away', async ({ page, stack }) => {
    const log = keepLog(page)
    const refused = new Set<string>()
    await page.route(ENDPOINT, async (route) => {
      for (const id of idsIn(route.request().postData())) refused.add(id)
      await route.abort()
    })
    await openProduct(page, 'Fay')
    const onboarding = createOnboarding(page, byMouse(page), 'en')
    await onboarding.closeLetter()
    await log.seeLine('The endpoint did not take the events')
    await expect.poll(() => refused.size).toBeGreaterThan(3)
    expect(await stack.eventsOf('Fay')).toEqual([])

    await page.unroute(ENDPOINT)
    await page.reload()
    await onboarding.openChecklist()
    const arrived = async () =>
      (await stack.eventsOf('Fay'))
        .map(({ messageId }) => messageId)
        .filter((id) => refused.has(id))
    await expect.poll(arrived).toHaveLength(refused.size)
    const events = await stack.eventsOf('Fay')
    const places = events.flatMap(({ properties: own }) =>
      own ? [`${String(own['session'])} ${String(own['sequence'])}`] : [],
    )
    expect(new Set(places).size).toBe(places.length)
    await onboarding.seeDone(0)
    log.seeNoError()
  })

  test('hears of a win after all when the tab went down with it', async ({ page, stack }) => {
    const account = await signUp(page.request, 'Gil')
    const path = `/campaigns/${await account.draft()}`
    await page.route(ENDPOINT, (route) => route.abort())
    await page.goto(path)
    const product = createProduct(page, byMouse(page), 'en')
    await createOnboarding(page, byMouse(page), 'en').closeLetter()
    await product.openPreview()
    await createOnboarding(page, byMouse(page), 'en').seeToast(WORDS.en.previewWin)
    await crash(page)
    expect(await stack.eventsOf('Gil')).toEqual([])

    const again = await page.context().newPage()
    await again.goto('/')
    const wins = async () =>
      (await stack.eventsOf('Gil'))
        .filter(({ event }) => event === 'win_reached')
        .map(({ properties }) => properties?.['win'])
    await expect.poll(wins).toEqual(['preview-seen'])
    await createOnboarding(again, byMouse(again), 'en').seeDone(1)
    await again.close()
  })
})

/** Closing would leave the page a moment for a last request, which no route of a test stops. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const devtools = await page.context().newCDPSession(page)
  // Nobody is left to answer.
  devtools.send('Page.crash').catch(() => {})
  await crashed
}

function idsIn(batch: string | null): string[] {
  const { batch: events } = JSON.parse(batch ?? '{}') as { batch: { messageId: string }[] }
  return events.map(({ messageId }) => messageId)
}
