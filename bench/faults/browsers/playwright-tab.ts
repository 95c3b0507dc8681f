import type { BrowserContext, Page } from 'playwright'
import { PATIENCE_MS } from '../until.ts'
import { cannot, type Engine, type Profile, type Tab } from './browser.ts'

/** A profile as Playwright drives it. */
export function toProfile(engine: Engine, context: BrowserContext): Profile {
  context.setDefaultTimeout(PATIENCE_MS)
  return {
    open: async (url) => openTab(engine, context, url),
    async block(url) {
      await context.route(`${url}/**`, (route) => route.abort('blockedbyclient'))
      return () => context.unroute(`${url}/**`)
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    close: () => context.close(),
  }
}

async function openTab(engine: Engine, context: BrowserContext, url: string): Promise<Tab> {
  const page = await context.newPage()
  await page.goto(url)
  return {
    run: (expression) => page.evaluate(expression),
    goto: async (to) => void (await page.goto(to)),
    reload: async () => void (await page.reload()),
    back: () => goBack(page),
    close: () => page.close(),
    ...(engine === 'chromium' ? byDebugger(page) : WITHOUT_DEBUGGER),
  }
}

/**
 * Playwright does not always see a page arrive that Firefox has kept. Whether it is there is asked of
 * the page itself afterwards.
 */
async function goBack(page: Page): Promise<void> {
  await page.goBack({ waitUntil: 'commit', timeout: BACK_MS }).catch(() => undefined)
}

const BACK_MS = 10_000

const WITHOUT_DEBUGGER = {
  crash: cannot('firefox', 'crash one page'),
  freeze: cannot('firefox', 'freeze a page'),
  thaw: cannot('firefox', 'thaw a page'),
}

/** What only Chromium's own protocol can do. */
function byDebugger(page: Page): Pick<Tab, 'crash' | 'freeze' | 'thaw'> {
  const setState = async (state: 'frozen' | 'active'): Promise<void> => {
    const session = await page.context().newCDPSession(page)
    await session.send('Page.setWebLifecycleState', { state })
    await session.detach()
  }
  return {
    async crash() {
      const session = await page.context().newCDPSession(page)
      const crashed = page.waitForEvent('crash')
      // Never answered: there is nobody left to do so.
      session.send('Page.crash').catch(() => undefined)
      await crashed
      await page.close()
    },
    freeze: () => setState('frozen'),
    thaw: () => setState('active'),
  }
}
