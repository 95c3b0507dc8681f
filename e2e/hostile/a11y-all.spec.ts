import type { Locator } from '@playwright/test'
import { a11yPage, heardOn } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { everything } from './everything.ts'
import { expect, test } from './test.ts'
import { tour } from './tour.ts'

/* What holds for everything that is shown. */

const CONTROLS =
  'button, a, summary, select, textarea, input:not([type=radio]), label:has([type=radio])'

interface Control {
  what: string
  width: number
  height: number
  type: string | null
  name: string
  words: string
}

function controlsIn(panel: Element, selector: string): Control[] {
  const fold = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
  return [...panel.querySelectorAll<HTMLElement>(selector)].map((one) => {
    const { width, height } = one.getBoundingClientRect()
    const words = fold(one.innerText)
    const name = fold(one.getAttribute('aria-label')) || fold(one.textContent)
    return { what: one.localName, width, height, type: one.getAttribute('type'), name, words }
  })
}

test('A14 buttons are native, and their names contain what is written on them', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.each(KINDS, async (kind) => {
    const panel = desk.panel(kind)
    const buttons = await panel.evaluate(controlsIn, 'button, [role=button]')
    expect(buttons.length, kind).toBeGreaterThan(0)
    for (const { what, type, name, words } of buttons) {
      expect(what, kind).toBe('button')
      expect(['button', 'submit'], `${kind} ${name}`).toContain(type)
      expect(name, kind).not.toBe('')
      expect(name.replaceAll(' ', ''), kind).toContain(words.replaceAll(' ', ''))
      if (words) {
        const found = panel.getByRole('button', { name: words })
        expect(await found.count(), `${kind} ${words}`).toBeGreaterThan(0)
      }
    }
  })
  const name = await desk.launcher.evaluate((one: HTMLElement) => one.innerText)
  expect(name).toContain('Getting started')
})

test('A35 with a mouse what is pressed is 24 px at least, and what leads on 36 px high', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  const small = async (where: Locator): Promise<Control[]> =>
    (await where.evaluate(controlsIn, CONTROLS)).filter(
      ({ width, height }) => width < 24 || height < 24,
    )
  await desk.each(KINDS, async (kind) => {
    const panel = desk.panel(kind)
    // A step may still be on its way in, by less than a pixel of scale.
    await expect.poll(() => small(panel), kind).toEqual([])
    const [primary] = await panel.evaluate(controlsIn, '.button:not(.quiet)')
    if (primary) expect(primary.height, kind).toBeGreaterThanOrEqual(36)
  })
  expect(await small(page.locator('firstwin-root'))).toEqual([])
})

/** A style sheet of a user who needs room between letters: WCAG 2.2, 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`

function spaceOut(sheet: string): void {
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const constructed = new CSSStyleSheet()
  constructed.replaceSync(sheet)
  shadow?.adoptedStyleSheets.push(constructed)
}

/** The words that are cut off by what they stand in. */
function clippedIn(panel: Element): string[] {
  const texts = [...panel.querySelectorAll<HTMLElement>('*')].filter((one) =>
    [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  )
  return texts.flatMap((one) => {
    if (one.closest('.hidden, .aloud, option')) return []
    const range = document.createRange()
    range.selectNodeContents(one)
    const text = range.getBoundingClientRect()
    const cuts: Element[] = []
    for (let at: Element | null = one; at && at !== panel.parentElement; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      const scrolls = /auto|scroll/.test(overflowY)
      const isCutX =
        overflowX !== 'visible' && (text.right > box.right + 1 || text.left < box.left - 1)
      const isCutY =
        overflowY !== 'visible' &&
        !scrolls &&
        (text.bottom > box.bottom + 1 || text.top < box.top - 1)
      if (isCutX || isCutY) cuts.push(at)
    }
    return cuts.length > 0 ? [`${one.localName}.${one.className} ${one.textContent}`] : []
  })
}

test('A39 no word is cut off where the text is spaced out', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  await page.evaluate(spaceOut, SPACING)
  await desk.each(KINDS, async (kind) => {
    await expect.poll(() => desk.panel(kind).evaluate(clippedIn), kind).toEqual([])
    const box = await desk.panel(kind).boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.y ?? -1) + (box?.height ?? 1000)).toBeLessThanOrEqual(720)
  })
  expect(await desk.launcher.evaluate(clippedIn)).toEqual([])
})

test('A40 two empty live regions stand in the page before they speak', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  const regions = (): Promise<string[]> =>
    page.evaluate(() => {
      const shadow = document.querySelector('firstwin-root')?.shadowRoot
      const found = [...(shadow?.querySelectorAll('.root > [role]') ?? [])]
      return found.map((one) => `${one.getAttribute('role')}:${one.textContent}`)
    })
  await expect.poll(regions).toEqual(['status:', 'alert:'])
  for (const kind of KINDS.filter((one) => one !== 'checklist')) {
    const before = (await heardOn(page)).length
    await desk.show(kind)
    await expect.poll(async () => (await heardOn(page)).length, kind).toBe(before + 1)
    // How long depends on the machine too: that there was a time at all does not.
    expect((await heardOn(page)).at(-1)?.emptyMs, kind).toBeGreaterThan(0)
    await desk.close(kind)
  }
})

test('A40 the live regions go with us into a modal dialog', async ({ host, page }) => {
  const body = `<dialog aria-label="Send"><button data-firstwin="target">Send</button></dialog>
    <main><h1>Mails</h1></main>`
  await host.open(a11yPage(everything(), { body, script: '' }), { silent: true })
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await desk.show('step')
  await expect.poll(async () => (await heardOn(page)).length).toBe(1)
  const owner = await page.evaluate(
    () => document.querySelector('firstwin-root')?.parentElement?.localName,
  )
  expect(owner).toBe('dialog')
  expect((await heardOn(page))[0]).toMatchObject({ text: 'Step 1 of 3: One' })
  expect((await heardOn(page))[0]?.emptyMs).toBeGreaterThan(0)
})

/** `lang` and `dir` as they hold for an element of ours. */
const tongue = (panel: Element): { lang: string | null; dir: string } => ({
  lang: panel.closest('[lang]')?.getAttribute('lang') ?? null,
  dir: getComputedStyle(panel).direction,
})

for (const [locale, lang, more] of [
  ['ja', 'ja', 'in words of ours'],
  ['ar', 'en', 'for which English words stand in'],
] as const) {
  const dir = 'ltr'
  test(`A41 in ${locale}, ${more}, all says that it is ${lang}`, async ({ host, page }) => {
    const html = 'lang="ar" dir="rtl"'
    const init = `{ locale: '${locale}', now: () => Date.now() + ahead }`
    await host.open(a11yPage(undefined, { html, init }), { silent: true })
    const desk = createDesk(page)
    for (const kind of ['step', 'letter', 'toast', 'survey'] as const) {
      await desk.show(kind)
      expect(await desk.panel(kind).evaluate(tongue)).toEqual({ lang, dir })
      await desk.panel(kind).getByRole('button').first().click()
      await expect(desk.panel(kind)).toBeHidden()
    }
    expect(await desk.launcher.evaluate(tongue)).toEqual({ lang, dir })
  })
}

/** What must not be: out-of-order focus, what is hidden but takes the focus, ids of another tree. */
function flawsIn(shadow: ShadowRoot | null | undefined): string[] {
  const IDREFS = [
    'for',
    'aria-labelledby',
    'aria-describedby',
    'aria-controls',
    'aria-owns',
    'aria-details',
    'aria-activedescendant',
    'aria-errormessage',
    'popovertarget',
    'form',
    'list',
  ]
  const all = [...(shadow?.querySelectorAll<HTMLElement>('*') ?? [])]
  const ordered = all.filter(({ tabIndex }) => tabIndex > 0)
  const secret = all.filter(
    (one) => one.closest('[aria-hidden=true]') && one.tabIndex >= 0 && one.checkVisibility(),
  )
  const dangling = all.filter((one) =>
    IDREFS.some((name) =>
      (one.getAttribute(name) ?? '')
        .split(' ')
        .some((id) => id !== '' && !shadow?.getElementById(id)),
    ),
  )
  return [...ordered, ...secret, ...dangling].map((one) => one.outerHTML.slice(0, 120))
}

test('A42 A44 no order of its own, nothing hidden with the focus, no ids of the page', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  const flaws = (): Promise<string[]> =>
    page.locator('firstwin-root').evaluate((one: Element, run: string) => {
      // oxlint-disable-next-line typescript/no-implied-eval -- the text of the function above
      const find = new Function(`return (${run})`)() as (shadow: ShadowRoot | null) => string[]
      return find(one.shadowRoot)
    }, String(flawsIn))
  await desk.each(KINDS, async (kind) => {
    expect(await flaws(), kind).toEqual([])
  })
  const outside = await page.evaluate(
    () => document.querySelectorAll('[aria-owns],[aria-controls],[aria-describedby]').length,
  )
  expect(outside).toBe(0)
})

test('A44 a step refers to nothing outside of its own tree', async ({ host, page }) => {
  await host.open(a11yPage(tour()))
  const elsewhere = await host.panel('One').evaluate((panel: Element) => {
    const root = panel.getRootNode() as ShadowRoot
    const ids = ['aria-labelledby', 'aria-describedby'].flatMap((name) =>
      (panel.getAttribute(name) ?? '').split(' ').filter(Boolean),
    )
    return ids.filter((id) => !root.getElementById(id))
  })
  expect(elsewhere).toEqual([])
  await expect(page.locator('[data-firstwin=target]')).not.toHaveAttribute('aria-describedby')
})
