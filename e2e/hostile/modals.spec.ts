import type { Journey } from '@firstwin/schema'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* Modal layers of the libraries that products are made with: each is the library itself. */

const LIBRARIES = {
  Radix: 'radix',
  'Material UI': 'mui',
  'React Aria': 'react-aria',
  'Headless UI': 'headless-ui',
  'focus-trap': 'focus-trap',
  Bootstrap: 'bootstrap',
}

const FIELDS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth']
const FORM: NonNullable<Journey['setups']>[number] = {
  id: 'form',
  title: 'About you',
  fields: FIELDS.map((label) => ({ id: label.toLowerCase(), label, text: {} })),
  apply: { event: 'Applied' },
}
/** Nothing comes unasked while a dialog is open. */
const JOURNEY = tour({ start: 'on-request', more: { setups: [FORM] } })

interface Stage {
  host: Host
  page: Page
  app: string
}

/** Opens the dialog of the library; what we show is started by the host, as its users ask for it. */
async function openDialog({ host, page, app }: Stage): Promise<Locator> {
  const head = app === 'bootstrap' ? '<link rel="stylesheet" href="/apps/bootstrap.css">' : ''
  await host.open({ body: '', journey: JOURNEY, apps: [app], head }, { silent: true })
  await page.getByRole('button', { name: 'Open' }).click()
  const dialog = page.getByRole('dialog', { name: 'Send a mail' })
  await expect(dialog).toBeVisible()
  // Open is what has come to rest and has taken the focus.
  await expect.poll(() => dialog.evaluate(hasFocus)).toBe(true)
  return dialog
}

/** Whatever window is in front: several run at once on one screen. */
async function expectFocus(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate(isActive)).toBe(true)
}

function isActive(element: Element): boolean {
  const root = element.getRootNode()
  return (root instanceof ShadowRoot ? root : document).activeElement === element
}

function hasFocus(element: Element): boolean {
  return element.contains(document.activeElement)
}

for (const [library, app] of Object.entries(LIBRARIES)) {
  test(`H12 ${library}: its dialog stays open while a step in it is used`, async ({
    host,
    page,
  }) => {
    const dialog = await openDialog({ host, page, app })
    await host.call('start', 'tour')
    await host.works()
    await expect(dialog).toBeVisible()
    await host.panel('Three').getByRole('button', { name: 'Close' }).click()
    await host.seeNothing()
    await expect(dialog).toBeVisible()
    await worksItself(page, dialog)
  })

  test(`H12 ${library}: a form of ours is filled in over its dialog`, async ({ host, page }) => {
    await page.setViewportSize({ width: 1280, height: 420 })
    const dialog = await openDialog({ host, page, app })
    await host.call('start', 'form')
    const form = host.panel('About you')
    await expect(form).toBeVisible()
    const first = form.getByLabel('First', { exact: true })
    await first.click()
    await page.keyboard.type('Ada')
    await expect(first).toHaveValue('Ada')
    await page.keyboard.press('Tab')
    await expectFocus(form.getByLabel('Second', { exact: true }))
    await page.keyboard.press('Shift+Tab')
    await expectFocus(first)
    await expectToScroll(page, form)
    await expect(dialog).toBeVisible()
    await form.getByRole('button', { name: 'Later' }).click()
    await host.seeNothing()
    await worksItself(page, dialog)
  })

  test(`H12 ${library}: Escape closes what has the focus, and nothing else`, async ({
    host,
    page,
  }) => {
    const dialog = await openDialog({ host, page, app })
    await host.call('start', 'form')
    await host.panel('About you').getByLabel('First', { exact: true }).click()
    await page.keyboard.press('Escape')
    await host.seeNothing()
    await expect(dialog).toBeVisible()

    await host.call('start', 'tour')
    await host.seeStep('One')
    await dialog.getByLabel('To').click()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    const { reports } = await host.seen()
    expect(reports.map(({ name }) => name)).not.toContain('guide_dismissed')
    await page.getByRole('button', { name: 'Open' }).click()
    await host.works()
  })
}

/** Takes what is typed, keeps Tab inside, and closes by its own button. */
async function worksItself(page: Page, dialog: Locator): Promise<void> {
  const to = dialog.getByLabel('To')
  await to.click()
  await page.keyboard.type('me')
  await expect(to).toHaveValue('me')
  await page.keyboard.press('Tab')
  await expectFocus(dialog.getByRole('button', { name: 'Send' }))
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
}

/** By the wheel of the mouse, over a panel that is too long for the window. */
async function expectToScroll(page: Page, form: Locator): Promise<void> {
  const scrolled = (): Promise<number> =>
    form.evaluate((panel: HTMLElement) =>
      Math.max(...[panel, ...panel.querySelectorAll('*')].map(({ scrollTop }) => scrollTop)),
    )
  const { x, y, width, height } = (await form.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const before = await scrolled()
  await page.mouse.move(Math.round(x + width / 2), Math.round(y + height / 2))
  await page.mouse.wheel(0, 120)
  await expect.poll(scrolled).toBeGreaterThan(before)
}
