import type { Journey } from '@firstwin/schema'
import { expect, type Page } from '@playwright/test'
import type { HostPage } from './host-page.ts'
import { TARGET } from './host-page.ts'
import { everything } from './everything.ts'
import { CLOCK, EAR, focusNow, NOW, type Heard } from './senses.ts'

/** A product with things to reach by keyboard before and after the target. */
const BODY = `<header><a href="#home">Home</a>
<button type="button" id="help">Help</button></header>
<main><h1>Mails</h1>
<form><label>Subject <input name="subject"></label></form>
<p class="spot">${TARGET}</p>
<p><a href="#end">The end of the page</a></p></main>`

/** The Help button asks for the guide, as the products of customers do. */
const SCRIPT = `document.querySelector('form').addEventListener('submit', (event) => event.preventDefault())
document.querySelector('#help').addEventListener('click', () => firstwin.start('tour'))`

/** Without inline handlers and styles, which a strict policy would refuse the host. */
export const STRICT_HOST = {
  body: BODY,
  css: '.spot { margin: 160px 0 160px 320px }',
  script: SCRIPT,
} as const satisfies Partial<HostPage>

/** The page of these tests: with an ear, and a clock that stands still for long timers. */
export function a11yPage(journey: Journey = everything(), more: Partial<HostPage> = {}): HostPage {
  return {
    ...STRICT_HOST,
    journey,
    ...more,
    before: `${EAR}${CLOCK}${more.before ?? ''}`,
    init: more.init ?? NOW,
  }
}

export function heardOn(page: Page): Promise<Heard[]> {
  return page.evaluate(() => globalThis.heard)
}

/** Waits until this is all that was read out. */
export async function expectHeard(page: Page, texts: readonly (string | RegExp)[]): Promise<void> {
  await expect
    .poll(async () => (await heardOn(page)).map(({ text }) => text))
    .toEqual(texts.map((text) => (typeof text === 'string' ? text : expect.stringMatching(text))))
}

export async function expectFocus(page: Page, wanted: string): Promise<void> {
  await expect.poll(() => page.evaluate(focusNow)).toBe(wanted)
}

/** Moves the page's clock. */
export async function forward(page: Page, ms: number): Promise<void> {
  await page.evaluate(
    (by) => (globalThis as unknown as { forward: (ms: number) => void }).forward(by),
    ms,
  )
}

/** Presses Tab until the focus is there, and gives back all it came by. */
export async function tabTo(page: Page, wanted: string, key = 'Tab'): Promise<string[]> {
  const way: string[] = []
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press(key)
    const now = await page.evaluate(focusNow)
    way.push(now)
    if (now === wanted) return way
  }
  throw new Error(`${wanted} is not reached by ${key}: ${way.join(' | ')}`)
}
