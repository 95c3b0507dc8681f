import type { Page } from '@playwright/test'
import { engine, expect, test as base } from '../test.ts'
import { isWebKit } from '../webkit/webkit-expect.ts'
import { createGuide, type Guide } from './guide.ts'
import type { HostPage } from './host-page.ts'
import { startHostServer, type HostServer } from './host-server.ts'

export { engine, expect }

/** Puts Firstwin into a page of a host, and knows what to expect of it there. */
export interface Host extends Guide {
  readonly server: HostServer
  /** Opens the page and waits for the first step, unless `silent`. @returns its address */
  open: (page: HostPage, options?: { silent?: boolean }) => Promise<string>
  /** What the host's code calls: `firstwin.start('tour')`. */
  call: (method: string, ...args: readonly unknown[]) => Promise<void>
}

/** `test` with a `host`. Starts no example and no collector. The same specs run in all engines. */
export const test = base.extend<{ host: Host }, { server: HostServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
    async ({}, use) => {
      const server = await startHostServer()
      await use(server)
      await server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  host: async ({ page, server }, use) => {
    await use(createHost(page, server))
  },
})

function createHost(page: Page, server: HostServer): Host {
  const guide = createGuide(page)
  return {
    ...guide,
    server,
    async open(described, { silent = false } = {}) {
      const address = server.add(described)
      await page.goto(address)
      if (!silent) await guide.seeStep('One')
      return address
    },
    async call(method, ...args) {
      await page.evaluate(
        ([name, list]) => {
          const api = Reflect.get(window, 'firstwin') as Record<string, (...all: unknown[]) => void>
          api[name]?.(...list)
        },
        [method, args] as const,
      )
    },
  }
}

/** What an engine has not got. A test that needs it proves that it is missing, and says so by name. */
export interface Feature {
  name: string
  /** Whether the page's engine has it, as an expression. */
  probe: string
}

/**
 * For scenarios about a feature that an engine may lack: `true` means go on. Where it is missing the
 * run's table says so by the feature's name.
 */
export async function has(page: Page, { name, probe }: Feature): Promise<boolean> {
  const found = await ask(page, `Boolean(${probe})`)
  if (!found) test.info().annotations.push({ type: 'lacks', description: name })
  return found === true
}

/** The value of an expression in the page: WebDriver takes a text for what it does. */
export function ask(page: Page, expression: string): Promise<unknown> {
  const what: unknown = page
  return isWebKit(what) ? what.session.run(`() => ${expression}`, []) : page.evaluate(expression)
}

/** For what only the test tool lacks in this engine: the run's table says so. */
export function toolLacks(description: string): void {
  test.info().annotations.push({ type: 'tool', description })
}
