import { expect as baseExpect, test as base, type Expect, type Page } from '@playwright/test'
import { hasOwn } from '../scripts/browsers.js'
import { startStack, type TestStack } from './stack.ts'
import { startDriver, type Driver } from './webkit/driver.ts'
import { openSession } from './webkit/session.ts'
import { expectWebKit, isWebKit } from './webkit/webkit-expect.ts'
import { createPage } from './webkit/webkit-page.ts'

/** WebKit by WebDriver: asked for, and the test tool has none of its own. */
const byWebDriver = process.env['E2E_ENGINE'] === 'webkit' && !hasOwn('webkit')

/** All that runs: the example, the collector, the clock that they share. One for each worker. */
const withStack = base.extend<object, { stack: TestStack }>({
  stack: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
    async ({}, use) => {
      const stack = await startStack()
      await use(stack)
      await stack.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.appUrl)
  },
})

const withWebKit = withStack.extend<object, { driver: Driver }>({
  driver: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
    async ({}, use) => {
      const driver = await startDriver()
      await use(driver)
      driver.stop()
    },
    { scope: 'worker' },
  ],
  page: async ({ driver, baseURL, viewport }, use, info) => {
    const page = createPage(await openSession(driver), baseURL)
    if (viewport) await page.setViewportSize(viewport)
    // The one place where the two meet: what is missing here fails as "is not a function".
    await use(page as unknown as Page)
    if (info.status !== info.expectedStatus) {
      const path = info.outputPath('page.png')
      await page.screenshot({ path })
      await info.attach('page.png', { path })
    }
    await page.close()
  },
})

/** Playwright's `test` with the running `stack`. The same specs run in all three engines. */
export const test = byWebDriver ? (withWebKit as unknown as typeof withStack) : withStack

/** Playwright's `expect`, which also knows pages and locators of WebKit. */
export const expect = new Proxy(baseExpect, {
  apply: (target, self, args: unknown[]) =>
    isWebKit(args[0])
      ? expectWebKit(args[0])
      : (Reflect.apply(target as (...all: unknown[]) => unknown, self, args) as object),
}) as Expect

export type Engine = 'chromium' | 'firefox' | 'webkit'

/** The engine that the running test is in. */
export function engine(): Engine {
  return test.info().project.name as Engine
}
