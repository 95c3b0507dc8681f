import { chromium, firefox } from 'playwright'
import * as here from '../../../scripts/browsers.js'
import type { Browser, OwnBrowser } from './browser.ts'
import { toProfile } from './playwright-tab.ts'
import { isWritten, killAll, killPages } from './processes.ts'

type Name = 'chromium' | 'firefox'

const BY_NAME = { chromium, firefox } as const

/** Who interrupts the run wants to hear what came of it so far. */
const RUN_ENDS_US = { handleSIGINT: false }

/** Playwright switches the back/forward cache off, which users have. */
const OPTIONS = {
  chromium: () => ({
    ...here.chromium(),
    ...RUN_ENDS_US,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }),
  firefox: () => {
    const { channel, launchOptions } = here.firefox()
    return { ...launchOptions, ...RUN_ENDS_US, ...(channel ? { channel } : {}) }
  },
} as const

/** Chromium or Firefox, as the end-to-end tests launch them. */
export async function launchByPlaywright(engine: Name): Promise<Browser> {
  const options = OPTIONS[engine]()
  const browser = await BY_NAME[engine].launch(options)
  return {
    engine,
    newProfile: async () => toProfile(engine, await browser.newContext()),
    startOwn: (folder) => startOwn(engine, folder),
    close: () => browser.close(),
  }
}

async function startOwn(engine: Name, folder: string): Promise<OwnBrowser> {
  const context = await BY_NAME[engine].launchPersistentContext(folder, OPTIONS[engine]())
  const profile = toProfile(engine, context)
  return {
    ...profile,
    async open(url) {
      const tab = await profile.open(url)
      return engine === 'firefox' ? { ...tab, crash: () => killPages(folder) } : tab
    },
    kill: () => killAll(folder),
    hasWritten: (text) => isWritten(folder, text),
  }
}
