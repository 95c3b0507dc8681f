import { expect } from '@playwright/test'
import type { Case } from './case.ts'
import { isAnimated } from './probe.ts'

/* Policies, style sheets and settings of the host, and what is left behind. */

const POLICY =
  `default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; connect-src 'self';
  require-trusted-types-for 'script'; trusted-types 'none'`.replaceAll(/\s+/g, ' ')
const CYCLES = 20

export const PLATFORM: readonly Case[] = [
  {
    id: 'pain 39',
    name: 'a strict Content-Security-Policy and Trusted Types: the step works, nothing is refused',
    host: { headers: { 'Content-Security-Policy': POLICY } },
    note: 'React Joyride has an option `nonce` for its style element.',
    check: async (stage) => {
      await stage.start()
      await stage.works()
      const { refusals } = await stage.page.evaluate(() => seen)
      // What the browser asks for by itself is not the library's.
      expect(refusals.filter((one) => !/favicon/.test(one))).toEqual([])
    },
  },
  {
    id: 'pain 39',
    name: '`<img onerror>` in the text of a step is text: it is shown as written, and does not run',
    text: 'Look: <img src="/none" onerror="globalThis.hasRun = true">',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      await stage.lookAtRest()
      await stage.page.waitForTimeout(300)
      expect(await stage.page.evaluate('Boolean(globalThis.hasRun)'), 'it ran').toBe(false)
      await expect(stage.page.locator(stage.library.panel).first()).toContainText('<img')
    },
  },
  {
    id: 'H1',
    name: '`* { all: unset !important }`: the step works',
    host: { css: '*, *::before, *::after { all: unset !important }' },
    note: 'A panel that has lost all its looks counts as working where its words stand near the target and Next can be pressed.',
    check: async (stage) => {
      await stage.start()
      await stage.works()
    },
  },
  {
    id: 'pain 37',
    name: '`dir="rtl"`: the step works, its Close is at the left',
    host: { html: 'lang="ar" dir="rtl"' },
    locale: 'ar',
    note: 'A journey of Firstwin says in which language its texts are; here Arabic.',
    check: async (stage) => {
      await stage.start()
      await stage.seeStep('One')
      const { panel, close } = await stage.lookAtRest()
      const isLeft = panel && close && close.x + close.width / 2 < panel.x + panel.width / 2
      expect(isLeft, 'Close is in the left half').toBe(true)
      await stage.works()
    },
  },
  {
    id: 'pain 37',
    name: 'the user wants less motion: no animation runs',
    reducedMotion: 'reduce',
    check: async (stage) => {
      const { page } = stage
      await page.evaluate(`{
  const isAnimated = ${String(isAnimated)}
  globalThis.moving = 0
  const watch = () => { moving += isAnimated() ? 1 : 0; requestAnimationFrame(watch) }
  watch()
}`)
      await stage.start()
      await stage.seeStep('One')
      await stage.pressNext()
      await stage.seeStep('Two')
      expect(await page.evaluate('moving'), 'frames in which something moved').toBe(0)
    },
  },
  {
    id: 'pain 38',
    name: `${CYCLES} times started and stopped: no element and no style sheet is left`,
    check: async (stage) => {
      const count = (): Promise<unknown> =>
        stage.page.evaluate(
          "document.querySelectorAll('*').length + document.styleSheets.length + document.adoptedStyleSheets.length",
        )
      const before = await count()
      for (let i = 0; i < CYCLES; i += 1) {
        await stage.start()
        await stage.seeStep('One')
        await stage.stop()
      }
      await expect.poll(count).toBe(before)
      await stage.start()
      await stage.works()
    },
  },
]
