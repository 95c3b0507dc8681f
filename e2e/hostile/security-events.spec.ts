import type { Page } from '@playwright/test'
import { a11yPage, heardOn, STRICT_HOST } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { untilDrawn } from './senses.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Only the user acts on the host, and only the user's acts count. */

/** Keeps what a script does in the user's place. */
const SPY = `globalThis.deeds = []
{
  const isOurs = (node) => node instanceof Node && node.getRootNode().host?.localName === 'firstwin-root'
  const spy = (owner, name) => {
    const own = owner[name]
    owner[name] = function (...args) {
      if (!isOurs(this)) deeds.push(name + ' ' + (args[0]?.type ?? '') + ' ' + (this?.localName ?? ''))
      return own.apply(this, args)
    }
  }
  for (const name of ['click', 'blur']) spy(HTMLElement.prototype, name)
  for (const name of ['submit', 'requestSubmit', 'reset']) spy(HTMLFormElement.prototype, name)
  for (const name of ['select', 'setRangeText', 'showPicker']) spy(HTMLInputElement.prototype, name)
  spy(EventTarget.prototype, 'dispatchEvent')
  spy(window, 'open')
}
`

const deedsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { deeds: string[] }).deeds)

const SPOTLIT = tour({
  steps: [
    toStep('One', { id: 'target' }, { spotlight: true }),
    toStep('Two', { id: 'target' }, { spotlight: true, advance: { on: 'click' } }),
    toStep('Three', { css: 'input[name=subject]' }, { advance: { on: 'input', minLength: 3 } }),
  ],
})

test('T15 nothing is pressed, sent or typed on the host for the user', async ({ host, page }) => {
  await host.open(a11yPage(SPOTLIT, { before: SPY }))
  await page.getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.getByRole('button', { name: 'Take me there' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).press('Enter')
  await host.seeStep('Three')
  await page.getByLabel('Subject').pressSequentially('Hello')
  await expect(host.panel('Three')).toBeHidden()
  expect(await deedsOf(page)).toEqual([])
})

test('T15 nothing is done to the host by anything that is shown', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { before: SPY }), { silent: true })
  const desk = createDesk(page)
  await desk.each(KINDS, () => Promise.resolve())
  await desk.show('survey')
  await page.getByRole('radio', { name: '9', exact: true }).check()
  await page.getByRole('button', { name: 'Send answer' }).click()
  await expect(desk.panel('survey')).toBeHidden()
  expect(await deedsOf(page)).toEqual([])
})

test('T15 a press on the dimmed page reaches what is there, and the target only in itself', async ({
  host,
  page,
}) => {
  const script = `${STRICT_HOST.script}
    globalThis.pressed = []
    addEventListener('click', ({ target, isTrusted }) => pressed.push(target.localName + ' ' + isTrusted), true)`
  await host.open(a11yPage(SPOTLIT, { script }))
  const target = await page.getByRole('button', { name: 'Send', exact: true }).boundingBox()
  const { x = 0, y = 0, width = 0, height = 0 } = target ?? {}
  const pressed = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { pressed: string[] }).pressed)
  await page.mouse.click(x + width / 2, y + height / 2)
  expect(await pressed()).toEqual(['button true'])
  await page.mouse.click(x + 500, y - 40)
  expect((await pressed()).filter((one) => one.startsWith('button'))).toHaveLength(1)
  expect((await pressed()).every((one) => one.endsWith('true'))).toBe(true)
  await host.seeStep('One')
})

test('T15 an author cannot make a step that is not seen, fills the page or cannot be closed', async ({
  host,
}) => {
  const wish = {
    opacity: 0,
    width: '100vw',
    height: '100vh',
    hideClose: true,
    closable: false,
    style: 'opacity:0',
    class: 'hidden',
    theme: { opacity: 0, width: '100vw' },
  }
  const steps = [{ ...toStep('One', { id: 'target' }), ...wish }]
  await host.open(a11yPage(tour({ steps })))
  const step = host.panel('One')
  await expect(step.getByRole('button', { name: 'Close' })).toBeVisible()
  await expect
    .poll(() =>
      step.evaluate((panel: Element) => {
        let opacity = 1
        for (let at: Element | null = panel; at; at = at.parentElement) {
          opacity *= Number(getComputedStyle(at).opacity)
        }
        const { width, height } = panel.getBoundingClientRect()
        const share = (width * height) / (innerWidth * innerHeight)
        return opacity === 1 && share < 0.6
      }),
    )
    .toBe(true)
})

/** Made by a script, in every way that a press can be made. */
function fakePress(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector)
  const more = { bubbles: true, cancelable: true, composed: true }
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    element?.dispatchEvent(new MouseEvent(type, more))
  }
  element?.click()
}

test('T28 a press made by a script is not the user’s', async ({ host, page }) => {
  const steps = [
    toStep('One', { id: 'target' }, { advance: { on: 'click' } }),
    toStep('Two', { id: 'target' }),
  ]
  await host.open(a11yPage(tour({ steps })))
  await expect.poll(async () => (await heardOn(page)).length).toBe(1)
  await page.evaluate(fakePress, '[data-firstwin=target]')
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await host.seeStep('Two')
})

test('T28 what a script writes into a field was not typed by the user', async ({ host, page }) => {
  const steps = [
    toStep('One', { css: 'input[name=subject]' }, { advance: { on: 'input', minLength: 3 } }),
    toStep('Two', { id: 'target' }),
  ]
  await host.open(a11yPage(tour({ steps })))
  await expect.poll(async () => (await heardOn(page)).length).toBe(1)
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[name=subject]')
    if (field) field.value = 'Hello'
    for (const type of ['input', 'change', 'compositionend', 'focusout']) {
      field?.dispatchEvent(new InputEvent(type, { bubbles: true, composed: true, data: 'o' }))
    }
  })
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  await page.getByLabel('Subject').press('End')
  await page.keyboard.type('!')
  await host.seeStep('Two')
})
