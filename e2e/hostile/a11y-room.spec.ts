import type { Locator, Page } from '@playwright/test'
import { a11yPage } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { focusNow } from './senses.ts'
import { expect, test } from './test.ts'
import { tour } from './tour.ts'

/* There is room for all: nothing of ours hides what has the focus, and all of ours can be reached. */

const SMALL = { width: 320, height: 256 }

/** Returns the size that the window could be given: MiniBrowser is 447 px wide at least. */
async function shrink(page: Page): Promise<void> {
  await page.setViewportSize(SMALL)
  const width = await page.evaluate(() => innerWidth)
  if (width === SMALL.width) return
  const description = `no window of 320 px by WebDriver: ${width} px instead`
  test.info().annotations.push({ type: 'tool', description })
}

/** Of 3×3 points of what has the focus, those at which it is to be seen. */
function pointsSeen(): number {
  const active = document.activeElement
  if (!active || active === document.body) return -1
  const { x, y, width, height } = active.getBoundingClientRect()
  const spread = [0.1, 0.5, 0.9]
  return spread
    .flatMap((dx) => spread.map((dy) => [x + width * dx, y + height * dy] as const))
    .filter(([px, py]) => {
      const hit = document.elementFromPoint(px, py)
      return hit !== null && (active.contains(hit) || hit.contains(active)) && hit !== document.body
    }).length
}

const FOCUSABLES = ['page: a Home', 'page: button Help', 'page: input subject', 'page: button Send']

for (const size of [{ width: 1280, height: 720 }, SMALL]) {
  test(`A11 nothing that has the focus is hidden by a step at ${size.width} px`, async ({
    host,
    page,
  }) => {
    if (size === SMALL) await shrink(page)
    const css = '.spot { margin: 20px 0 20px 20px }'
    await host.open(a11yPage(tour(), { css }))
    const seen = new Set<string>()
    for (let i = 0; i < 20 && !seen.has('page: a The end of the page'); i += 1) {
      await page.keyboard.press('Tab')
      const now = await page.evaluate(focusNow)
      if (!now.startsWith('page: ') || now === 'page: body') continue
      seen.add(now)
      await expect.poll(() => page.evaluate(pointsSeen), `of ${now}`).toBeGreaterThan(0)
      await host.seeStep('One')
    }
    expect([...seen]).toEqual([...FOCUSABLES, 'page: a The end of the page'])
  })
}

test('A11 the launcher gives way to what has the focus, and comes back', async ({ host, page }) => {
  await shrink(page)
  const css = '.spot { margin: 20px }'
  await host.open(a11yPage(undefined, { css }), { silent: true })
  await expect(createDesk(page).launcher).toBeVisible()
  for (const locator of [
    page.getByRole('link', { name: 'Home' }),
    page.getByLabel('Subject'),
    page.getByRole('button', { name: 'Send' }),
    page.getByRole('link', { name: 'The end' }),
  ]) {
    await locator.focus()
    await expect.poll(() => page.evaluate(pointsSeen)).toBeGreaterThan(0)
  }
  await page.getByRole('link', { name: 'The end' }).evaluate((link: HTMLElement) => link.blur())
  // It is not lost: with nothing beneath it that has the focus, a press reaches it.
  await expect.poll(() => createDesk(page).launcher.evaluate(isReached)).toBe(true)
})

function isReached(launcher: Element): boolean {
  const { x, y, width, height } = launcher.getBoundingClientRect()
  const root = launcher.getRootNode() as ShadowRoot
  const hit = root.elementFromPoint(x + width / 2, y + height / 2)
  return hit !== null && (launcher === hit || launcher.contains(hit))
}

interface Reach {
  /** Inside the window. */
  isInside: boolean
  /** Something has to be scrolled sideways. */
  isWide: boolean
}

function reachOf(panel: Element): Reach {
  const { left, top, right, bottom } = panel.getBoundingClientRect()
  const parts = [panel, ...panel.querySelectorAll('*')]
  return {
    isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
    isWide: parts.some(
      (part) =>
        part.scrollWidth > part.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(part).overflowX),
    ),
  }
}

/** Whether a press on it would reach it. */
function isHit(element: Element): boolean {
  element.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = element.getBoundingClientRect()
  const root = element.getRootNode() as ShadowRoot
  const hit = root.elementFromPoint(x + width / 2, y + height / 2)
  return hit !== null && (element.contains(hit) || hit.contains(element))
}

async function expectInReach(panel: Locator, what: string): Promise<void> {
  await expect.poll(() => panel.evaluate(reachOf), what).toEqual({ isInside: true, isWide: false })
  const buttons = panel.locator('button, a, input, textarea')
  for (let i = 0; i < (await buttons.count()); i += 1) {
    const button = buttons.nth(i)
    const name = await button.evaluate((one: Element) => one.outerHTML.slice(0, 90))
    await expect.poll(() => button.evaluate(isHit), `${what}: ${name}`).toBe(true)
  }
}

test('A38 all of it can be reached in a window of 320 × 256', async ({ host, page }) => {
  await shrink(page)
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.each(KINDS, async (kind) => {
    await expectInReach(desk.panel(kind), kind)
  })
})

test('A38 a long step can be read to its end in a window of 320 × 256', async ({ host, page }) => {
  await shrink(page)
  const body = 'A long sentence that says what it is for. '.repeat(28)
  const steps = [
    { id: 'one', title: 'One', body, target: { id: 'target' } },
    { id: 'two', title: 'Two' },
  ]
  await host.open(a11yPage(tour({ steps })))
  await expectInReach(host.panel('One'), 'the long step')
  const scrolls = await host.panel('One').evaluate((panel: Element) => {
    const scroller = panel.querySelector('.body')
    scroller?.scrollTo(0, 1e6)
    return (
      scroller &&
      scroller.scrollTop > 0 &&
      scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
    )
  })
  expect(scrolls).toBe(true)
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
})
