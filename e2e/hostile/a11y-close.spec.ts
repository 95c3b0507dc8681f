import type { Page } from '@playwright/test'
import { a11yPage, expectFocus, heardOn } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything } from './everything.ts'
import { focusNow, untilDrawn } from './senses.ts'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* How things are put away by keyboard, and where the focus is then. */

const HELP = 'page: button Help'

/** Keeps the keys that the page hears. */
const KEYS = `globalThis.keys = []
for (const type of ['keydown', 'keyup'])
  for (const place of [window, document]) place.addEventListener(type, ({ key }) => keys.push(key))`

const keysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { keys: string[] }).keys)

async function openByHelp(page: Page, host: Host): Promise<void> {
  await host.open(a11yPage(), { silent: true })
  await page.getByRole('button', { name: 'Help' }).press('Enter')
  await host.seeStep('One')
  await expectFocus(page, 'ours: dialog One')
}

test('A6 Escape closes the step that has the focus, and the page does not hear of it', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(undefined, { before: KEYS }), { silent: true })
  await page.getByRole('button', { name: 'Help' }).click()
  await host.seeStep('One')
  await expectFocus(page, 'ours: dialog One')
  await page.keyboard.press('Escape')
  await expect(host.panel('One')).toBeHidden()
  expect(await keysOf(page)).toEqual([])
})

test('A6 Escape closes a step while nothing has the focus', async ({ host, page }) => {
  await host.open(a11yPage(tour(), { before: KEYS }))
  // What hears it comes with what is fetched after the first picture.
  await expect.poll(async () => (await heardOn(page)).length).toBe(1)
  await page.keyboard.press('Escape')
  await expect(host.panel('One')).toBeHidden()
  expect(await keysOf(page)).toEqual([])
})

test('A6 Escape in a field of the page is the page’s', async ({ host, page }) => {
  await host.open(a11yPage(tour(), { before: KEYS }))
  await page.getByLabel('Subject').press('Escape')
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  expect(new Set(await keysOf(page))).toEqual(new Set(['Escape']))
})

test('A6 Escape that ends a composition closes nothing', async ({ host, page }) => {
  await openByHelp(page, host)
  await host.panel('One').evaluate((panel: Element) => {
    const key = { key: 'Escape', bubbles: true, composed: true, cancelable: true }
    panel.dispatchEvent(new KeyboardEvent('keydown', { ...key, isComposing: true }))
    panel.dispatchEvent(new KeyboardEvent('keydown', { ...key, keyCode: 229 }))
  })
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  await page.keyboard.press('Escape')
  await expect(host.panel('One')).toBeHidden()
})

const DIALOG = `<dialog aria-label="Send"><button>OK</button>
<button data-firstwin="target">Send</button></dialog>`

test('A6 Escape in a step leaves the modal dialog around it open', async ({ host, page }) => {
  const script = 'document.querySelector("dialog").showModal()'
  await host.open(a11yPage(everything(), { body: DIALOG, script }), { silent: true })
  await createDesk(page).call('start', 'tour')
  await host.seeStep('One')
  const isOpen = (): Promise<boolean> =>
    page.evaluate(() => document.querySelector('dialog')?.matches(':modal') ?? false)
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await expectFocus(page, 'ours: dialog Two')
  await page.keyboard.press('Escape')
  await expect(host.panel('Two')).toBeHidden()
  expect(await isOpen()).toBe(true)
  await expect.poll(() => page.evaluate(focusNow)).toMatch(/^page: button/)
  // Chromium lets the dialog stay where the next Escape comes while the panel still fades.
  await expect(page.locator('.layer')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect.poll(isOpen).toBe(false)
})

for (const kind of ['checklist', 'letter', 'setup', 'survey', 'news', 'card'] as const) {
  test(`A6 Escape puts away the ${kind} that has the focus`, async ({ host, page }) => {
    await host.open(a11yPage(undefined, { before: KEYS }), { silent: true })
    const desk = createDesk(page)
    await page.getByRole('button', { name: 'Help' }).focus()
    await desk.show(kind)
    await desk.panel(kind).getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Escape')
    await expect(desk.panel(kind)).toBeHidden()
    await expect.poll(() => page.evaluate(focusNow)).toMatch(/button (Help|Getting started)/)
    expect(await keysOf(page)).toEqual([])
  })
}

for (const kind of ['survey', 'news', 'checklist'] as const) {
  test(`A6 Escape while nothing has the focus leaves the ${kind}`, async ({ host, page }) => {
    await host.open(a11yPage(undefined, { before: KEYS }), { silent: true })
    const desk = createDesk(page)
    await desk.show(kind)
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await keysOf(page)).length).toBeGreaterThan(0)
    await page.evaluate(untilDrawn)
    await expect(desk.panel(kind)).toBeVisible()
  })
}

const WAYS = {
  Escape: async (page: Page) => page.keyboard.press('Escape'),
  Close: async (page: Page) => page.getByRole('button', { name: 'Close' }).press('Enter'),
  Done: async (page: Page) => {
    for (const name of ['Next', 'Next', 'Done']) {
      await page.getByRole('button', { name, exact: true }).press('Enter')
    }
  },
} as const

for (const [name, leave] of Object.entries(WAYS)) {
  test(`A9 ${name} gives the focus back to what had it`, async ({ host, page }) => {
    await openByHelp(page, host)
    await leave(page)
    await expectFocus(page, HELP)
  })
}

test('A9 the focus goes to the target where what had it is gone', async ({ host, page }) => {
  await openByHelp(page, host)
  await page.evaluate(() => document.querySelector('#help')?.remove())
  await page.keyboard.press('Escape')
  await expectFocus(page, 'page: button Send')
})

test('A9 the focus goes to the target where what had it is hidden', async ({ host, page }) => {
  await openByHelp(page, host)
  await page.evaluate(() => document.querySelector('#help')?.setAttribute('hidden', ''))
  await page.keyboard.press('Escape')
  await expectFocus(page, 'page: button Send')
})

test('A9 the focus goes to the main part where nothing else can take it', async ({
  host,
  page,
}) => {
  const body = `<header><button id="help">Help</button></header>
    <main><h1>Mails</h1><p data-firstwin="target">Send</p></main>`
  await host.open(a11yPage(everything({ paths: [] }), { body, script: '' }), { silent: true })
  await page.getByRole('button', { name: 'Help' }).focus()
  await createDesk(page).show('step')
  await expectFocus(page, 'ours: dialog One')
  await page.evaluate(() => document.querySelector('#help')?.remove())
  await page.keyboard.press('Escape')
  await expectFocus(page, 'page: main MailsSend')
})

test('A9 the focus is not lost when the target goes away under the step', async ({
  host,
  page,
}) => {
  await openByHelp(page, host)
  await page.evaluate(() => document.querySelector('[data-firstwin=target]')?.remove())
  await expect(host.panel('One')).toBeHidden()
  await expectFocus(page, HELP)
})

test('A9 the focus is not lost when everything is stopped', async ({ host, page }) => {
  await openByHelp(page, host)
  await createDesk(page).call('stop')
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  await expectFocus(page, HELP)
})

for (const kind of ['letter', 'setup', 'survey', 'news', 'card', 'toast'] as const) {
  test(`A9 the ${kind} gives the focus back`, async ({ host, page }) => {
    await host.open(a11yPage(), { silent: true })
    const desk = createDesk(page)
    await page.getByRole('link', { name: 'Home' }).focus()
    await desk.show(kind)
    // What keeps the focus may be fetched after the first picture.
    await expect.poll(async () => (await heardOn(page)).length).toBeGreaterThan(0)
    await desk.panel(kind).getByRole('button', { name: 'Close' }).press('Enter')
    await expect(desk.panel(kind)).toBeHidden()
    await expectFocus(page, 'page: a Home')
  })
}
