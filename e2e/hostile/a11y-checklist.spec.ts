import type { Page } from '@playwright/test'
import { a11yPage, expectFocus, expectHeard, heardOn, tabTo } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything, PARTS } from './everything.ts'
import { untilDrawn } from './senses.ts'
import { expect, test, type Host } from './test.ts'

/* The checklist and the button that it opens from. */

const IN_LIST = 'ours: dialog Your first mail'

async function openPage(host: Host, page: Page) {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  return desk
}

/** The page of a path whose tasks go in any order. */
const ANY_ORDER = a11yPage(everything({ paths: [{ ...PARTS.paths[0], order: 'any' }] }))

test('A16 the launcher is a button that says what it opens and how much is done', async ({
  host,
  page,
}) => {
  const { launcher, call } = await openPage(host, page)
  const named = (done: number) =>
    page.getByRole('button', { name: `Getting started, ${done} of 3 done`, exact: true })
  await expect(named(0)).toHaveAttribute('aria-expanded', 'false')
  await expect(named(0)).toHaveAttribute('aria-haspopup', 'dialog')
  await expect(named(0)).toHaveAttribute('type', 'button')
  await launcher.press('Enter')
  await expect(named(0)).toHaveAttribute('aria-expanded', 'true')
  await call('track', 'pick')
  await expect(named(1)).toHaveAttribute('aria-expanded', 'true')
})

for (const key of ['Enter', ' ']) {
  test(`A17 the launcher opens the list by ${key === ' ' ? 'Space' : key}, which takes the focus`, async ({
    host,
    page,
  }) => {
    const desk = await openPage(host, page)
    await desk.launcher.focus()
    await page.keyboard.press(key)
    await expectFocus(page, IN_LIST)
    await page.keyboard.press('Escape')
    await expect(desk.panel('checklist')).toBeHidden()
    await expectFocus(page, 'ours: button Getting started, 0 of 3 done0/3')
    await page.keyboard.press(key)
    await expectFocus(page, IN_LIST)
    await tabTo(page, 'ours: button Close')
    await page.keyboard.press('Enter')
    await expectFocus(page, 'ours: button Getting started, 0 of 3 done0/3')
  })
}

test('A18 tasks are a list, and their state is written', async ({ host, page }) => {
  const desk = await openPage(host, page)
  await desk.call('track', 'pick')
  await desk.show('checklist')
  const list = desk.panel('checklist').getByRole('list')
  await expect(list).toHaveCount(1)
  expect(await list.evaluate((one: Element) => one.localName)).toBe('ul')
  const tasks = list.getByRole('listitem')
  await expect(tasks).toHaveCount(3)
  await expect(tasks.nth(0)).toContainText(/Pick a template.*Completed/)
  await expect(tasks.nth(1)).not.toContainText('Completed')
  await expect(tasks.nth(1)).toHaveAttribute('aria-current', 'step')
  await expect(tasks.nth(2)).toContainText('Opens after the one before')
})

test('A19 how much is done is a progress bar with its name and values', async ({ host, page }) => {
  const desk = await openPage(host, page)
  await desk.call('track', 'pick')
  await desk.show('checklist')
  const bar = desk.panel('checklist').getByRole('progressbar', { name: 'Your first mail' })
  await expect(bar).toHaveAttribute('aria-valuemin', '0')
  await expect(bar).toHaveAttribute('aria-valuenow', '1')
  await expect(bar).toHaveAttribute('aria-valuemax', '3')
  await expect(bar).toHaveAttribute('aria-valuetext', '1 of 3 done')
})

test('A20 a task unfolds by Enter and by Space, and says so', async ({ host, page }) => {
  await host.open(ANY_ORDER, { silent: true })
  const desk = createDesk(page)
  await desk.show('checklist')
  const task = desk.panel('checklist').getByRole('listitem').nth(1)
  const summary = task.locator('summary')
  const isOpen = () =>
    summary.evaluate((one: Element) => {
      const native = one.parentElement instanceof HTMLDetailsElement && one.parentElement.open
      return { native, said: one.getAttribute('aria-expanded') ?? String(native) }
    })
  for (const key of ['Enter', ' ']) {
    await summary.focus()
    await page.keyboard.press(key)
    await expect.poll(isOpen).toEqual({ native: true, said: 'true' })
    await expect(task.getByRole('button', { name: 'Show me' })).toBeVisible()
    await page.keyboard.press(key)
    await expect.poll(isOpen).toEqual({ native: false, said: 'false' })
  }
})

test('A21 a task that gets done in the open list is read out once', async ({ host, page }) => {
  const desk = await openPage(host, page)
  await desk.show('checklist')
  const before = (await heardOn(page)).length
  await desk.call('track', 'pick')
  await expect(desk.panel('checklist').getByText('1 of 3 done').first()).toBeVisible()
  const news = async () => (await heardOn(page)).slice(before)
  await expect.poll(news).toHaveLength(1)
  expect((await news())[0]).toMatchObject({
    text: expect.stringMatching(/Pick a template.*Completed.*1 of 3/) as unknown as string,
    isAssertive: false,
  })
})

test('A21 a task that gets done while the list is away is read out once', async ({
  host,
  page,
}) => {
  const desk = await openPage(host, page)
  await desk.call('track', 'pick')
  await expect(desk.launcher).toContainText('1/3')
  await expect
    .poll(async () => (await heardOn(page)).map(({ text }) => text))
    .toEqual([expect.stringMatching(/Pick a template.*1 of 3/)])
})

test('A22 the launcher stands in the same corner of every page', async ({ host, page }) => {
  const address = await host.open(a11yPage(), { silent: true })
  const { launcher } = createDesk(page)
  const place = async (): Promise<unknown> => {
    await expect(launcher).toBeVisible()
    const where = await launcher.evaluate((one: Element) => {
      const { right, bottom } = one.getBoundingClientRect()
      const root = document.querySelector('firstwin-root')
      const isLast = document.documentElement.lastElementChild === root
      return [Math.round(innerWidth - right), Math.round(innerHeight - bottom), isLast]
    })
    return where
  }
  const first = await place()
  await page.goto(`${address}/mails/7`)
  expect(await place()).toEqual(first)
  await page.evaluate(() => history.pushState({}, '', './settings'))
  await page.evaluate(untilDrawn)
  expect(await place()).toEqual(first)
})

test('A23 nothing needs to be dragged', async ({ host, page }) => {
  const desk = await openPage(host, page)
  const before = await desk.launcher.boundingBox()
  const [x, y] = [(before?.x ?? 0) + 20, (before?.y ?? 0) + 10]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 300, y - 200)
  await page.mouse.up()
  expect(await desk.launcher.boundingBox()).toEqual(before)
  await expect(page.locator('[draggable=true]')).toHaveCount(0)
})

test('A24 the list stays as it was left, and the launcher says how', async ({ host, page }) => {
  const desk = await openPage(host, page)
  await expect(desk.launcher).toHaveAttribute('aria-expanded', 'false')
  await desk.launcher.click()
  await expect(desk.launcher).toHaveAttribute('aria-expanded', 'true')
  await page.reload()
  await expect(desk.panel('checklist')).toBeVisible()
  await expect(desk.launcher).toHaveAttribute('aria-expanded', 'true')
  await desk.close('checklist')
  await page.reload()
  await expect(desk.launcher).toHaveAttribute('aria-expanded', 'false')
  await expect(desk.panel('checklist')).toBeHidden()
})

test('A24 opening and closing alone says nothing twice', async ({ host, page }) => {
  const desk = await openPage(host, page)
  await desk.show('checklist')
  await desk.close('checklist')
  await page.evaluate(untilDrawn)
  await expectHeard(page, [])
})
