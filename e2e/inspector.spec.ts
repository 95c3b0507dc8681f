import type { Locator, Page } from '@playwright/test'
import { seeNoAxeViolations } from './axe.ts'
import { byMouse } from './pages/hand.ts'
import type { FirstwinPage } from './pages/firstwin-page.ts'
import { createOnboarding, type Onboarding } from './pages/onboarding.ts'
import { createProduct } from './pages/product.ts'
import { startInProduction } from './pages/start-in-production.ts'
import { expect, test } from './test.ts'

/*
 * The inspector on the example, as its developer opens and uses it. The example runs on a local
 * host, where it is allowed without being asked for.
 */

const SHORTCUT = 'Alt+Shift+W'
const WEEK_MS = 7 * 24 * 60 * 60_000

interface Inspector {
  panel: Locator
  tab: (name: string) => Locator
  choose: (name: string) => Promise<void>
  press: (name: string) => Promise<void>
  see: (text: string | RegExp) => Promise<void>
  /** The line of one thing of the journey. */
  thing: (title: string) => Locator
}

function createInspector(page: Page): Inspector {
  const root = page.locator('firstwin-root[data-inspector]')
  const panel = root.getByRole('complementary', { name: 'Firstwin inspector' })
  const tab = (name: string): Locator => root.getByRole('tab', { name, exact: true })
  return {
    panel,
    tab,
    choose: async (name) => {
      await tab(name).click()
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true')
    },
    press: (name) => root.getByRole('button', { name, exact: true }).click(),
    see: (text) => expect(root.getByText(text).first()).toBeVisible(),
    thing: (title) => root.locator('details').filter({ hasText: title }).first(),
  }
}

/** Signs up, and closes the letter that greets a new customer. */
async function settleIn(page: Page, name: string): Promise<Onboarding> {
  const hand = byMouse(page)
  const onboarding = createOnboarding(page, hand, 'en')
  const mail = `${name.toLowerCase()}@example.com`
  await createProduct(page, hand, 'en').signUp({ name, mail, company: 'Kumo' })
  await onboarding.seeLetter()
  await onboarding.closeLetter()
  return onboarding
}

test('opens by the address, and shows where the user stands', async ({ page }) => {
  await settleIn(page, 'Ai')
  const inspector = createInspector(page)
  await expect(inspector.panel).toBeHidden()
  await page.goto('/?firstwin=inspect')
  await expect(inspector.panel).toBeVisible()
  await inspector.see('0 of 3 done')
  await inspector.see('template.applied happened')

  await inspector.choose('User')
  await inspector.see('contractedAt')
  await inspector.see('granted: kept on this device')
})

test('opens by its keys, gives the focus back, and stays open on the next page', async ({
  page,
}) => {
  await settleIn(page, 'Ema')
  const inspector = createInspector(page)
  const link = page.getByRole('link', { name: 'Campaigns', exact: true })
  await link.focus()
  await page.keyboard.press(SHORTCUT)
  await expect(inspector.tab('Path')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(inspector.tab('Why')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(inspector.panel).toBeHidden()
  await expect(link).toBeFocused()

  await page.keyboard.press(SHORTCUT)
  await expect(inspector.panel).toBeVisible()
  await page.goto('/templates')
  await expect(inspector.tab('Why')).toHaveAttribute('aria-selected', 'true')
  await inspector.press('Close the inspector')
  await expect(inspector.panel).toBeHidden()
  await page.reload()
  await createOnboarding(page, byMouse(page), 'en').seeDone(0)
  await expect(inspector.panel).toBeHidden()
})

test('is not there in production: nothing of it is loaded', async ({ page }) => {
  test.skip(!('addInitScript' in page), 'By WebDriver nothing runs before the scripts of the page.')
  const onboarding = await settleIn(page, 'Runa')
  await page.addInitScript(startInProduction)
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await onboarding.seeDone(0)
  await page.keyboard.press(SHORTCUT)
  await page.evaluate(async () => {
    const { firstwin } = globalThis as unknown as FirstwinPage
    await firstwin.explain('welcome-letter')
  })
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)),
  )
  expect(names).toContain('firstwin-explain.js')
  expect(names.filter((name) => /door|inspect/.test(name ?? ''))).toEqual([])
  await expect(inspector.panel).toBeHidden()
})

test('shows a signal as it arrives, and what it changed', async ({ page }) => {
  await settleIn(page, 'Yui')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.choose('Signals')
  await page.evaluate(() => {
    const { firstwin } = globalThis as unknown as FirstwinPage
    firstwin.track('template.applied')
  })
  await inspector.see('win_reached')
  await inspector.see('task_completed')
  await inspector.choose('Path')
  await inspector.see('1 of 3 done')
})

test('says why a thing is not shown, and finds it by a word', async ({ page }) => {
  await settleIn(page, 'Sora')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.choose('Why')
  const reason = 'its condition does not hold (win first-mail-sent is reached)'
  await expect(inspector.thing('You are not alone')).toContainText(reason)
  await inspector.panel.getByRole('searchbox').fill('You are not')
  await expect(inspector.panel.locator('details')).toHaveCount(1)
})

test('jumps to a step, and says why it cannot be shown', async ({ page }) => {
  await settleIn(page, 'Kei')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.choose('Do')
  await inspector.press('Jump send-first-mail/send')
  await inspector.see('send-first-mail/send is under way and waits: data-firstwin="send-button"')
  await inspector.see('reports of this tab are marked')
})

test('moves the clock of the rules, and says so until it is back', async ({ page, stack }) => {
  await settleIn(page, 'Mei')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.choose('Do')
  await inspector.press('+7 days')
  await inspector.see('Clock moved by 7 days')
  await inspector.choose('Why')
  const letter = inspector.thing('You made a good choice')
  await expect(letter).toContainText('it has had its turn')
  await letter.locator('summary').click()
  await expect(letter).toContainText('Failed: It comes when: less than 7d since start')

  await page.evaluate(() => {
    const { firstwin } = globalThis as unknown as FirstwinPage
    firstwin.track('template.applied')
  })
  // What is told keeps the real time, and says that a developer was at it.
  const marks = async () => {
    const win = (await stack.eventsOf('Mei')).find(({ event }) => event === 'win_reached')
    return [win?.properties?.['inspected'], win?.properties?.['clockMovedMs']]
  }
  await expect.poll(marks).toEqual([true, WEEK_MS])

  await inspector.press('Real time')
  await expect(inspector.panel.getByText('Clock moved')).toHaveCount(0)
})

test('forgets the user on this device, once it has asked', async ({ page }) => {
  const onboarding = await settleIn(page, 'Nao')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.choose('Do')
  await inspector.press('Forget this user’s progress')
  await inspector.press('Cancel')
  await inspector.press('Forget this user’s progress')
  await inspector.press('Forget it')
  await inspector.see('The user starts anew')
  // For one who starts anew the letter is due again.
  await onboarding.seeLetter()
})

test('is in order for axe on every tab, and reached by the keyboard alone', async ({ page }) => {
  await settleIn(page, 'Hina')
  await page.goto('/?firstwin=inspect')
  const inspector = createInspector(page)
  await inspector.tab('Path').focus()
  for (const name of ['Path', 'Why', 'Signals', 'User', 'Do']) {
    await expect(inspector.tab(name)).toBeFocused()
    await seeNoAxeViolations(page, `inspector: ${name}`)
    await page.keyboard.press('ArrowRight')
  }
  await expect(inspector.tab('Path')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(inspector.panel.getByRole('tabpanel')).toBeFocused()
  await inspector.press('Fold the inspector')
  const open = page.locator('firstwin-root[data-inspector]').getByRole('button')
  await expect(open).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inspector.tab('Path')).toBeFocused()
})
