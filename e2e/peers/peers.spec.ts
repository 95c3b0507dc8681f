import type { Browser } from '@playwright/test'
import type { HostServer } from '../hostile/host-server.ts'
import { expect, test } from '../hostile/test.ts'
import { BODY, CSS, type Case } from './case.ts'
import { CASES } from './cases.ts'
import { LIBRARIES, type Library } from './library.ts'
import { createStage } from './stage.ts'
import { toTitle } from './to-document.ts'

/*
 * Firstwin beside two of its peers: the same host, the same tour, the same checks. A peer that fails is
 * a line in docs/peers.md, which `npm run peers` writes; Firstwin that fails fails the run.
 */

interface Props {
  browser: Browser
  server: HostServer
}

for (const { group, cases } of CASES) {
  for (const one of cases) {
    for (const library of LIBRARIES) {
      test(toTitle(group, one, library.name), async ({ browser, server }) => {
        const problem = await findProblem({ browser, server }, one, library)
        test
          .info()
          .annotations.push(
            { type: 'verdict', description: problem ?? 'passes' },
            { type: 'browser', description: `Chromium ${browser.version()}` },
          )
        if (library.isOurs) expect(problem).toBeUndefined()
      })
    }
  }
}

/** Each may try twice: on a busy machine things come late. @returns what was wrong the first time */
async function findProblem(props: Props, one: Case, library: Library): Promise<string | undefined> {
  const first = await attempt(props, one, library)
  if (first === undefined) return undefined
  return (await attempt(props, one, library)) === undefined ? undefined : first
}

async function attempt(
  { browser, server }: Props,
  one: Case,
  library: Library,
): Promise<string | undefined> {
  const { css = '#target', element, text = 'This is what it is for.', locale = 'en', window } = one
  const page = { body: BODY, ...one.host, css: `${CSS}\n${one.host?.css ?? ''}` }
  const tour = { text, css, locale, ...(element === undefined ? {} : { element }) }
  const context = await browser.newContext({
    viewport: window ?? { width: 1280, height: 720 },
    reducedMotion: one.reducedMotion ?? 'no-preference',
  })
  try {
    const tab = await context.newPage()
    tab.setDefaultTimeout(5000)
    await tab.goto(server.url + server.add(library.put(page, tour)), { timeout: 30_000 })
    await tab.waitForFunction(() => 'peer' in globalThis)
    await one.check(createStage(tab, library, css))
    return undefined
  } catch (error) {
    return toReason(error)
  } finally {
    await context.close()
  }
}

/** What was expected, in a line: what the check calls it, and what came instead. */
function toReason(error: unknown): string {
  // oxlint-disable-next-line no-control-regex -- the runner colours its words
  const words = String(error).replaceAll(/\u001B\[\d+m/g, '')
  const lines = words.split('\n').map((line) => line.trim())
  const [head = ''] = lines
  const values = lines.filter((line) => /^(Expected|Received)\b/.test(line))
  return [head.replace(/^Error: /, ''), ...values].join('; ').replaceAll(/\s+/g, ' ')
}
