import { brotliCompressSync, constants } from 'node:zlib'
import type { Page, Request } from '@playwright/test'
import { signUp } from './pages/account.ts'
import { byMouse } from './pages/hand.ts'
import type { FirstwinPage } from './pages/firstwin-page.ts'
import { createOnboarding } from './pages/onboarding.ts'
import { startInProduction } from './pages/start-in-production.ts'
import { WORDS } from './pages/words.ts'
import { expect, test } from './test.ts'

/* What a page pays for Firstwin, as a browser fetches it. The sizes of the files have their own check. */

/** Everything up to the first tooltip on screen. */
const MOST_BYTES = 24_000
/** The letter to new customers is no longer due. */
const EIGHT_DAYS_MS = 8 * 24 * 60 * 60_000
/** Longer than anything that is fetched ahead waits. */
const LONG_MS = 60_000

interface Fetched {
  /** The scripts of Firstwin and the journey that were asked for, by file name, in order. */
  names: () => string[]
  /** Bytes of these, compressed as a server that cares would. */
  bytes: (names: readonly string[]) => Promise<number>
}

function watchFetched(page: Page): Fetched {
  const requests = new Map<string, Request>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    const name = pathname.split('/').at(-1) ?? ''
    if (pathname.startsWith('/firstwin/') || name.startsWith('onboarding.')) {
      requests.set(name, request)
    }
  })
  return {
    names: () => [...requests.keys()],
    bytes: async (names) => {
      const sizes = names.map(async (name) => {
        const response = await requests.get(name)?.response()
        return compressed(await response?.body())
      })
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    },
  }
}

function compressed(body: Buffer | undefined): number {
  if (!body?.length) throw new Error('A file that the page has used was not seen to be fetched.')
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

test('is the core and the journey where nothing is to be shown', async ({ page }) => {
  const fetched = watchFetched(page)
  await page.clock.install()
  // On a local host a developer is let in: that is no part of what users pay.
  await page.addInitScript(startInProduction)
  await page.goto('/sign-in')
  const isRunning = (): Promise<boolean> =>
    page.evaluate(() => {
      const { firstwin } = globalThis as unknown as FirstwinPage
      return firstwin.progress?.get() !== undefined
    })
  await expect.poll(isRunning).toBe(true)
  await page.clock.runFor(LONG_MS)
  // What the page asked for in that time was asked for before this.
  await page.evaluate(async () => await fetch('/favicon.svg'))
  expect(fetched.names().toSorted()).toEqual(['firstwin.js', 'onboarding.compiled.json'])
})

test('is at most 24 kB up to the first tooltip on screen', async ({ page, stack }) => {
  const account = await signUp(page.request, 'Hana')
  const path = `/campaigns/${await account.draft()}`
  await stack.moveClock(EIGHT_DAYS_MS)
  const fetched = watchFetched(page)
  // What else is asked for meanwhile does not come: so these two are all that the tooltip takes.
  const shown = Promise.withResolvers<void>()
  await page.route(/\/firstwin\/firstwin-(?!show\.js)/, async (route) => {
    await shown.promise
    await route.continue()
  })
  await page.addInitScript(startGuide)
  await page.goto(path)
  const onboarding = createOnboarding(page, byMouse(page), 'en')
  await onboarding.seeStep(WORDS.en.previewStep)

  expect(await fetched.bytes(['firstwin.js', 'firstwin-show.js'])).toBeLessThanOrEqual(MOST_BYTES)

  shown.resolve()
  await onboarding.seeDone(0)
})

/** Runs in the page: asks for the guide as a host would. */
function startGuide(): void {
  addEventListener('DOMContentLoaded', () => {
    const { firstwin } = globalThis as unknown as FirstwinPage
    firstwin.start('open-preview')
  })
}
