import type { Page } from '@playwright/test'
import { findAxeViolations } from '../axe.ts'
import { callFirstwin, startTour } from './call-firstwin.ts'
import { installGauge } from './gauge.ts'
import { EAR, focusNow } from './senses.ts'
import { engine, expect, test, toolLacks, type Host } from './test.ts'
import { inArabic, toStep, tour } from './tour.ts'

/* What users of tour libraries suffer from, D: keys, focus, and what is read out. */

const FORM = `<main><h1>Mails</h1><form id="form"><label>Subject
  <input name="subject" data-firstwin="target" value="Hello"></label></form>
  <p><a href="#end">The end of the page</a></p></main>`
const COUNT = `globalThis.submits = 0
  form.addEventListener('submit', (event) => { event.preventDefault(); submits += 1 })`
const input = (page: Page) => page.locator('input')

test('pain 33 the caret in the target: arrows, Enter and Escape are the form’s own', async ({
  host,
  page,
}) => {
  await host.open({ body: FORM, script: COUNT })
  await input(page).focus()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Escape']) {
    await page.keyboard.press(key)
  }
  await page.keyboard.press('Enter')
  await host.seeStep('One')
  await expect(host.panel('Two')).toHaveCount(0)
  expect(await page.evaluate(() => Reflect.get(globalThis, 'submits'))).toBe(1)
  await expect(input(page)).toBeFocused()
  const { reports } = await host.seen()
  expect(reports.map(({ name }) => name)).not.toContain('guide_dismissed')
})

test('pain 33 Enter that ends a composition: the guide does not move, nothing is submitted', async ({
  host,
  page,
}) => {
  await host.open({ body: FORM, script: COUNT })
  if (engine() !== 'chromium') return toolLacks('input methods')
  await input(page).focus()
  const session = await page.context().newCDPSession(page)
  const text = { text: 'にほん', selectionStart: 3, selectionEnd: 3 }
  await session.send('Input.imeSetComposition', text)
  const enter = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
  await session.send('Input.insertText', { text: '日本' })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
  await expect(input(page)).toHaveValue(/日本/)
  await host.seeStep('One')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'submits'))).toBe(0)
})

test('pain 34 a step that comes while the user types: the focus stays, no letter is lost', async ({
  host,
  page,
}) => {
  const steps = [
    toStep('One', { id: 'target' }, { advance: { event: 'on' } }),
    toStep('Two', { id: 'target' }),
  ]
  await host.open(
    {
      body: `${FORM}<div style="height:3000px"></div>`,
      journey: tour({ steps, start: { event: 'go' } }),
      script: `globalThis.blurs = 0
        const field = document.querySelector('input')
        // A window that loses the focus takes it from the field too, and gives it back.
        field.addEventListener('blur', () => setTimeout(() => { blurs += document.activeElement !== field }))`,
    },
    { silent: true },
  )
  await input(page).fill('')
  await input(page).focus()
  await page.keyboard.type('Dear ')
  await callFirstwin(page, 'track', 'go')
  await host.seeStep('One')
  await page.keyboard.type('Ada, ')
  await page.evaluate(() => scrollBy(0, 40))
  await page.setViewportSize({ width: 1000, height: 700 })
  await page.keyboard.type('we ')
  // As low as a keyboard on the screen leaves it.
  await page.setViewportSize({ width: 1000, height: 320 })
  await callFirstwin(page, 'track', 'on')
  await host.seeStep('Two')
  await page.keyboard.type('write')
  expect(await page.evaluate(focusNow)).toBe('page: input subject')
  await expect(input(page)).toHaveValue('Dear Ada, we write')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'blurs'))).toBe(0)
})

const DESK = `<main><h1>Mails</h1><p><button type="button" id="show">Show me</button></p>
  <p style="margin:120px 0 120px 320px"><button type="button" data-firstwin="target">Send</button></p>
  <p><a href="#after">After</a></p></main>`
const OPEN = `show.addEventListener('click', () => firstwin.start('tour'))`

async function openByHand(host: Host, page: Page): Promise<void> {
  await host.open(
    { body: DESK, script: OPEN, journey: tour({ start: 'on-request' }) },
    { silent: true },
  )
  await page.locator('#show').focus()
  await page.keyboard.press('Enter')
  await host.seeStep('One')
}

test('pain 35 Tab leads from the target through the panel and on, and back: no trap, no leak', async ({
  host,
  page,
}) => {
  await openByHand(host, page)
  await page.locator('[data-firstwin=target]').focus()
  const places: string[] = []
  const go = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    places.push(await page.evaluate(focusNow))
  }
  for (let i = 0; i < 6 && !places.includes('page: a After'); i += 1) await go('Tab')
  expect(places.at(0)).toMatch(/^ours: /)
  expect(places).toContain('ours: button Next')
  expect(places).toContain('ours: button Close')
  expect(places.at(-1)).toBe('page: a After')
  expect(places.slice(0, -1).every((place) => place.startsWith('ours: '))).toBe(true)
  await host.panel('One').getByRole('button', { name: 'Close' }).focus()
  for (let i = 0; i < 3 && places.at(-1) !== 'page: button Send'; i += 1) await go('Shift+Tab')
  expect(places.at(-1)).toBe('page: button Send')
})

const ENDS: Record<string, (page: Page, host: Host) => Promise<void>> = {
  Escape: (page) => page.keyboard.press('Escape'),
  Done: async (_, host) => {
    for (const title of ['One', 'Two']) {
      await host.panel(title).getByRole('button', { name: 'Next' }).press('Enter')
    }
    await host.panel('Three').getByRole('button', { name: 'Done' }).press('Enter')
  },
  X: async (_, host) => {
    await host.panel('One').getByRole('button', { name: 'Close' }).press('Enter')
  },
}

for (const [name, end] of Object.entries(ENDS)) {
  test(`pain 35 ${name} gives the focus back to what opened the guide`, async ({ host, page }) => {
    await openByHand(host, page)
    await expect.poll(() => page.evaluate(focusNow)).toMatch(/^ours: /)
    await end(page, host)
    await host.seeNothing()
    await expect.poll(() => page.evaluate(focusNow)).toBe('page: button Show me')
  })
}

test('pain 36 screen readers: axe is silent, each step is announced once, the target is untouched', async ({
  host,
  page,
}) => {
  const marked = `<button type="button" data-firstwin="target" aria-expanded="false" aria-haspopup="menu"
    aria-controls="menu" aria-describedby="note" style="margin:120px 0 0 320px" class="b">Send</button>
    <div id="menu" hidden></div><p id="note">A note</p>`
  const body = `<main><h1>Mails</h1>${marked}</main>`
  await host.open(
    {
      body,
      before: EAR,
      journey: tour({ start: 'on-request' }),
      script: `globalThis.was = document.querySelector('main').outerHTML`,
    },
    { silent: true },
  )
  await startTour(page)
  await host.seeStep('One')
  const isAsBefore = (): Promise<boolean> =>
    page.evaluate(
      () => document.querySelector('main')?.outerHTML === Reflect.get(globalThis, 'was'),
    )
  const said = (): Promise<string[]> => page.evaluate(() => heard.map(({ text }) => text))
  await expect.poll(said).toEqual(['Step 1 of 3: One'])
  expect(await isAsBefore()).toBe(true)
  expect(await findAxeViolations(page)).toEqual([])
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await expect.poll(said).toEqual(['Step 1 of 3: One', 'Step 2 of 3: Two'])
  await installGauge(page)
  await page.evaluate(() => gauge.rest(500))
  expect(await said()).toHaveLength(2)
  await host.panel('Two').getByRole('button', { name: 'Close' }).click()
  await host.seeNothing()
  expect(await isAsBefore()).toBe(true)
})

test('pain 37 right to left: Close, Back and Next are mirrored, arrow keys stay the page’s', async ({
  host,
  page,
}) => {
  await host.open({ html: 'lang="ar" dir="rtl"', body: DESK, journey: inArabic(tour()) })
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await installGauge(page)
  await page.evaluate(() => gauge.rest(400))
  const box = async (name: string) => {
    const found = await host.panel('Two').getByRole('button', { name }).boundingBox()
    return (found?.x ?? 0) + (found?.width ?? 0) / 2
  }
  const { panel } = await host.look()
  const middle = (panel?.x ?? 0) + (panel?.width ?? 0) / 2
  expect(await box('Close')).toBeLessThan(middle)
  expect(await box('Next')).toBeLessThan(await box('Back'))
  await host.panel('Two').getByRole('button', { name: 'Next' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await host.seeStep('Two')
  await host.panel('Two').getByRole('button', { name: 'Back' }).click()
  await host.works()
})

test('pain 37 reduced motion: nothing of ours moves, praise stands still', async ({
  host,
  page,
}) => {
  const win = { id: 'sent', title: 'Hooray', when: { event: 'sent' }, celebrate: 'big' } as const
  if (engine() === 'webkit') return toolLacks('reduced motion')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await host.open({ journey: tour({ more: { wins: [win] } }) })
  if (!(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches))) {
    return toolLacks('reduced motion')
  }
  await installGauge(page)
  const moving = (): Promise<string[]> =>
    page.evaluate(async () => {
      const found: string[] = []
      await gauge.time(
        () => undefined,
        () => {
          const root = document.querySelector('firstwin-root')?.shadowRoot
          for (const one of root?.getAnimations() ?? []) {
            const { effect } = one
            const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
            if (
              frames.some(
                (frame) => 'translate' in frame || 'transform' in frame || 'scale' in frame,
              )
            ) {
              found.push(JSON.stringify(frames))
            }
          }
          if (root?.querySelector('canvas')) found.push('canvas')
          return false
        },
        400,
      )
      return found
    })
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  expect(await moving()).toEqual([])
  await callFirstwin(page, 'track', 'sent')
  await expect(page.getByText('Hooray')).toBeVisible()
  expect(await moving()).toEqual([])
})
