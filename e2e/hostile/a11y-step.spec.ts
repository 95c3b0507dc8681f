import type { Page } from '@playwright/test'
import { a11yPage, expectFocus, expectHeard, forward, tabTo } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { everything } from './everything.ts'
import { focusNow, hostNow, untilDrawn } from './senses.ts'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* What a step is to those who do not see it, or do not use a mouse. */

const IN_STEP = 'ours: dialog One'

/** The page whose guide starts by itself. */
const AUTO = a11yPage(tour())

/** The user presses Help, and the guide comes. */
async function openByHelp(page: Page, host: Host): Promise<void> {
  await host.open(a11yPage(), { silent: true })
  await page.getByRole('button', { name: 'Help' }).press('Enter')
  await host.seeStep('One')
}

test('A1 a step is a dialog that is named by its heading, and is not modal', async ({
  host,
  page,
}) => {
  await host.open(AUTO)
  const step = host.panel('One')
  await expect(step.getByRole('heading', { name: 'One' })).toBeVisible()
  const id = await step.getByRole('heading').getAttribute('id')
  await expect(step).toHaveAttribute('aria-labelledby', id ?? '')
  const said = await step.evaluate((panel: Element) => ({
    role: panel.getAttribute('role') ?? panel.localName,
    modal: panel.getAttribute('aria-modal'),
    isModal: panel.matches(':modal'),
  }))
  expect(said).toEqual({ role: 'dialog', modal: null, isModal: false })
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('A2 a step is described by a single paragraph, or not at all', async ({ host, page }) => {
  const journey = everything({
    guides: [
      {
        id: 'long',
        title: 'Long',
        steps: [{ id: 'long', title: 'Long', body: 'One.\n\nTwo.\n\n- a\n- b' }],
      },
    ],
  })
  await host.open(a11yPage(journey), { silent: true })
  const described = (panel: Element): number => {
    const ids = (panel.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
    const root = panel.getRootNode() as ShadowRoot
    const counts = ids.map((id) => root.getElementById(id)?.querySelectorAll('p, li').length ?? 0)
    return counts.reduce((sum, count) => sum + count, 0)
  }
  const desk = createDesk(page)
  await desk.show('step')
  expect(await host.panel('One').evaluate(described)).toBeLessThanOrEqual(1)
  await desk.close('step')
  await desk.call('start', 'long')
  await host.seeStep('Long')
  await expect(host.panel('Long')).not.toHaveAttribute('aria-describedby')
})

test('A3 a step that the user asked for takes the focus to its container', async ({
  host,
  page,
}) => {
  await openByHelp(page, host)
  await expectFocus(page, IN_STEP)
  await expect(host.panel('One')).toHaveAttribute('tabindex', '-1')
})

test('A3 a step that came by itself leaves the focus to who types, and is read out', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const subject = page.getByLabel('Subject')
  await subject.focus()
  await page.keyboard.type('He')
  await createDesk(page).call('start', 'tour')
  await host.seeStep('One')
  await page.keyboard.type('llo')
  await expect(subject).toHaveValue('Hello')
  await expectFocus(page, 'page: input subject')
  await expectHeard(page, ['Step 1 of 3: One'])
})

test('A3 a step leaves the focus to who edits rich text', async ({ host, page }) => {
  const body = '<main contenteditable="true"><p>Dear</p></main><p data-firstwin="target">x</p>'
  await host.open(a11yPage(everything(), { body, script: '' }), { silent: true })
  await page.locator('main').focus()
  await createDesk(page).call('start', 'tour')
  await host.seeStep('One')
  await expectHeard(page, ['Step 1 of 3: One'])
  await expectFocus(page, 'page: main Dear')
})

test('A3 a step leaves the focus to who is in a modal dialog of the page', async ({
  host,
  page,
}) => {
  const body =
    '<dialog><button id="ok">OK</button><button data-firstwin="target">Send</button></dialog>'
  const script = 'document.querySelector("dialog").showModal()'
  await host.open(a11yPage(everything(), { body, script }), { silent: true })
  await expectFocus(page, 'page: button OK')
  await createDesk(page).call('start', 'tour')
  await host.seeStep('One')
  await expectHeard(page, ['Step 1 of 3: One'])
  await expectFocus(page, 'page: button OK')
})

test('A3 a step that came by itself leaves the focus where it is', async ({ host, page }) => {
  await host.open(AUTO)
  await expectHeard(page, ['Step 1 of 3: One'])
  await expectFocus(page, 'page: body')
})

test('A4 Tab on the target enters the step, and goes on after the target', async ({
  host,
  page,
}) => {
  await host.open(AUTO)
  await page.getByRole('button', { name: 'Send' }).focus()
  const way = await tabTo(page, 'page: a The end of the page')
  expect(way).toEqual([
    IN_STEP,
    'ours: button Close',
    'ours: button Next',
    'page: a The end of the page',
  ])
})

test('A4 Shift+Tab on the first control of the step returns to the target', async ({
  host,
  page,
}) => {
  await host.open(AUTO)
  await page.getByRole('button', { name: 'Send' }).focus()
  await tabTo(page, 'ours: button Close')
  expect(await tabTo(page, 'page: button Send', 'Shift+Tab')).toHaveLength(1)
  await tabTo(page, IN_STEP)
  expect(await tabTo(page, 'page: button Send', 'Shift+Tab')).toHaveLength(1)
})

test('A4 a step is never a trap', async ({ host, page }) => {
  await openByHelp(page, host)
  const way = await tabTo(page, 'page: a The end of the page')
  expect(way.length).toBeLessThanOrEqual(8)
  await page.getByRole('button', { name: 'Send' }).focus()
  await tabTo(page, IN_STEP)
  await tabTo(page, 'page: a Home', 'Shift+Tab')
})

test('A5 nothing that is shown is modal: the page stays in reach', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.each(KINDS, async (kind) => {
    await expect(page.locator('[aria-modal=true]')).toHaveCount(0)
    await expect(page.locator('[inert]:not(.layer)')).toHaveCount(0)
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('link', { name: 'Home' }).focus()
    await expectFocus(page, 'page: a Home')
    await expect(desk.panel(kind)).toBeVisible()
  })
})

test('A7 arrow keys and letters do nothing to a step', async ({ host, page }) => {
  await host.open(AUTO)
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'n', 'p', 'j', 'k', '1', '?', 'Enter']
  for (const key of keys) await page.keyboard.press(key)
  await page.getByLabel('Subject').focus()
  for (const key of keys) await page.keyboard.press(key)
  await expect(page.getByLabel('Subject')).toHaveValue(/npjk1\?/)
  await host.panel('One').getByRole('button', { name: 'Close' }).focus()
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  const { reports } = await host.seen()
  expect(reports.filter(({ name }) => name === 'step_viewed')).toHaveLength(1)
})

test('A8 the next step takes the focus and is read out exactly once', async ({ host, page }) => {
  await openByHelp(page, host)
  await expectHeard(page, ['Step 1 of 3: One'])
  for (const [title, index] of [
    ['Two', 2],
    ['Three', 3],
  ] as const) {
    await page.getByRole('button', { name: 'Next' }).press('Enter')
    await expectFocus(page, `ours: dialog ${title}`)
    await expectHeard(
      page,
      ['Step 1 of 3: One', 'Step 2 of 3: Two', 'Step 3 of 3: Three'].slice(0, index),
    )
  }
})

test('A10 the page is byte for byte as it was', async ({ host, page }) => {
  const body = `<main><p><button type="button" id="help" aria-haspopup="menu" aria-expanded="false"
   aria-controls="menu">Help</button></p><ul id="menu" hidden></ul>
   <button type="button" data-firstwin="target" aria-describedby="x" aria-expanded="true" style="top:0"
   class="b a" tabindex="0">Send</button><i id="x">!</i></main>`
  await host.open(a11yPage(everything(), { body, script: '' }), { silent: true })
  const before = await page.evaluate(hostNow)
  const desk = createDesk(page)
  for (const kind of KINDS) {
    await page.getByRole('button', { name: 'Send' }).focus()
    await desk.show(kind)
    expect(await page.evaluate(hostNow), `with ${kind}`).toBe(before)
    await desk.panel(kind).getByRole('button', { name: 'Close' }).press('Enter')
    await expect(desk.panel(kind)).toBeHidden()
    expect(await page.evaluate(hostNow), `after ${kind}`).toBe(before)
  }
  await desk.call('stop')
  expect(await page.evaluate(hostNow)).toBe(before)
  expect(await page.locator('firstwin-root').count()).toBe(0)
})

test('A12 Close stands at the same place in every step', async ({ host, page }) => {
  const journey = tour({
    steps: [
      { id: 'a', title: 'One', target: { id: 'target' }, body: 'Short.' },
      { id: 'b', title: 'Two', target: { id: 'target' }, body: 'Longer. '.repeat(30) },
      { id: 'c', title: 'Three', target: { id: 'target' }, spotlight: true },
    ],
  })
  await host.open(a11yPage(journey))
  const places: string[] = []
  for (const title of ['One', 'Two', 'Three']) {
    await host.seeStep(title)
    const close = host.panel(title).getByRole('button', { name: 'Close' })
    places.push(
      await close.evaluate((button: Element) => {
        const panel = button.closest('dialog')?.getBoundingClientRect()
        const { top, right } = button.getBoundingClientRect()
        const off = [top - (panel?.top ?? 0), (panel?.right ?? 0) - right]
        return off.map(Math.round).join()
      }),
    )
    if (title !== 'Three') await page.getByRole('button', { name: 'Next' }).click()
  }
  expect(new Set(places).size, places.join(' | ')).toBe(1)
})

test('A13 progress is told in words, by no tabs and no bar', async ({ host, page }) => {
  await host.open(AUTO)
  await expect(host.panel('One')).toContainText('1 of 3')
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expect(page.getByRole('progressbar')).toHaveCount(0)
})

test('A15 a step stays, however long it takes', async ({ host, page }) => {
  await host.open(AUTO)
  for (let day = 0; day < 3; day += 1) await forward(page, 24 * 60 * 60_000)
  await page.evaluate(untilDrawn)
  await host.seeStep('One')
  expect(await page.evaluate(focusNow)).toBe('page: body')
})
