import type { Page } from '@playwright/test'
import { PAYLOADS } from './hostile/payloads.ts'
import type { TestStack } from './stack.ts'
import { engine, expect, test } from './test.ts'

const KEY = 'pk_live_example'
const TIERS = ['aha', 'first-strike', 'long-term']
/** A few of each kind: every text is shown in many places. */
const TEXTS = PAYLOADS.filter((_, index) => index % 6 === 0)

/** Everything that somebody who knows the public key can make the results show. */
function eventsOf(journey: string, now: number): object[] {
  const [path = ''] = TEXTS
  return TEXTS.flatMap((payload, index) => {
    const common = (offset: number) => ({
      messageId: `c18-${journey.length}-${index}-${offset}`,
      userId: `${payload}${index}`,
      timestamp: new Date(now - 60_000 + offset).toISOString(),
    })
    const track = (offset: number, event: string, properties: object) => ({
      ...common(offset),
      type: 'track',
      event,
      properties: { journey, ...properties },
    })
    return [
      track(0, 'journey_started', { path }),
      { ...common(1), type: 'identify', traits: { name: payload, [payload]: payload } },
      track(2, 'task_completed', { path, task: payload, win: payload }),
      track(3, 'win_reached', {
        win: payload,
        tier: TIERS[index % 3],
        clock: payload,
        ttvMs: 60_000,
      }),
    ]
  })
}

async function report(stack: TestStack, journey: string): Promise<void> {
  const events = eventsOf(journey, await stack.now())
  while (events.length > 0) {
    const body = JSON.stringify({ writeKey: KEY, batch: events.splice(0, 400) })
    const headers = { 'content-type': 'text/plain' }
    const answer = await fetch(`${stack.collectorUrl}/v1/batch`, { method: 'POST', headers, body })
    expect(await answer.json()).toMatchObject({ rejected: [] })
  }
}

/** Dialogs, violations of the policy, and whatever else a script of theirs would leave behind. */
async function watch(page: Page): Promise<string[]> {
  const harm: string[] = []
  page.on('dialog', (dialog) => {
    harm.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => harm.push(String(error)))
  page.on('request', (asked) => {
    if (/evil|\/x$/.test(asked.url())) harm.push(asked.url())
  })
  await page.exposeFunction('violated', (what: string) => harm.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      Reflect.get(globalThis, 'violated')(`${violatedDirective} ${sample}`)
    })
  })
  return harm
}

async function openEverything(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click()
  const ran = await page.evaluate(() => 'XSS' in globalThis)
  expect(ran).toBe(false)
  for (const payload of TEXTS) await expect(page.locator('body')).toContainText(payload)
}

test('C18 the results show every text of an event as a text', async ({ page, stack }) => {
  test.skip(engine() !== 'chromium', 'what the engine makes no difference to')
  const journeys = TEXTS.slice(0, 2)
  for (const journey of journeys) await report(stack, journey)
  const harm = await watch(page)
  await page.goto(stack.collectorUrl)
  for (const journey of journeys) {
    await page.getByRole('combobox').selectOption(journey)
    await expect(page.locator('[data-tier]').first()).toBeVisible()
    await openEverything(page)
    await page.getByRole('button', { name: '日本語' }).click()
    await openEverything(page)
    await page.getByRole('button', { name: 'English' }).click()
  }
  const markup = await page
    .locator('body *')
    .evaluateAll((all) => [...new Set(all.map(({ localName }) => localName))])
  expect(
    markup.filter((name) => /^(?:img|script|iframe|object|embed|video|base|form)$/.test(name)),
  ).toEqual([])
  expect(harm).toEqual([])
})
