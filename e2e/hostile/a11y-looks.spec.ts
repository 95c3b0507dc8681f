import type { Page } from '@playwright/test'
import { a11yPage, tabTo } from './a11y-page.ts'
import { createDesk, KINDS, type Kind } from './desk.ts'
import { everything } from './everything.ts'
import { engine, expect, test, toolLacks } from './test.ts'

/* What can be told apart by eye: by contrast, by a ring, by a border. */

interface Ask {
  selector: string
  /** Of the element: what is to stand out. */
  property: 'color' | 'backgroundColor' | 'outlineColor'
}

/** The least contrast of these with what lies behind them, as WCAG 2.2 computes it. */
function contrastOf({ selector, property }: Ask): number {
  const paper = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
    '2d',
    { willReadFrequently: true },
  )
  const luminance = (layers: readonly string[]): number => {
    if (!paper) return 0
    paper.clearRect(0, 0, 1, 1)
    for (const colour of layers) {
      paper.fillStyle = colour
      paper.fillRect(0, 0, 1, 1)
    }
    const [r = 0, g = 0, b = 0] = [...paper.getImageData(0, 0, 1, 1).data].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const found = [...(shadow?.querySelectorAll(`.layer:not([inert]) ${selector}`) ?? [])]
  const contrasts = found.map((element) => {
    if (property === 'outlineColor' && getComputedStyle(element).outlineStyle === 'none') return 0
    const grounds: string[] = []
    const from = property === 'color' ? element : element.parentElement
    for (let at: Element | null = from; at; at = at.parentElement) {
      grounds.unshift(getComputedStyle(at).backgroundColor)
    }
    const ground = luminance(grounds)
    const front = luminance([...grounds, getComputedStyle(element)[property]])
    return (Math.max(ground, front) + 0.05) / (Math.min(ground, front) + 0.05)
  })
  return Math.min(...contrasts)
}

const BUTTONS = {
  step: 'ours: button Next',
  news: 'ours: a Try it',
  card: 'ours: button Carry on',
  letter: 'ours: button Show me the first step',
} as const

const BRANDS = [
  '#ffe000',
  '#ffffff',
  '#000000',
  '#777777',
  '#b4421e',
  'oklch(0.9 0.1 150)',
] as const

for (const scheme of ['light', 'dark'] as const) {
  test(`A34 texts and controls stand out in every ${scheme} theme`, async ({ host, page }) => {
    const init = `{ theme: { scheme: '${scheme}' }, now: () => Date.now() + ahead }`
    await host.open(a11yPage(everything(), { init }), { silent: true })
    const desk = createDesk(page)
    const look = (selector: string, property: Ask['property']): Promise<number> =>
      page.evaluate(contrastOf, { selector, property })
    for (const kind of ['step', 'news', 'card', 'letter'] as const) {
      await desk.show(kind)
      await desk.panel(kind).focus()
      // By keyboard: only then a ring shows.
      await tabTo(page, BUTTONS[kind])
      for (const brand of BRANDS) {
        await desk.call('setTheme', { brand })
        const what = `${kind} ${brand}`
        await expect
          .poll(() => look('.button:not(.quiet)', 'color'), what)
          .toBeGreaterThanOrEqual(4.5)
        await expect.poll(() => look('h2', 'color'), what).toBeGreaterThanOrEqual(4.5)
        await expect.poll(() => look('p', 'color'), what).toBeGreaterThanOrEqual(4.5)
        await expect
          .poll(() => look('.button:not(.quiet)', 'outlineColor'), `ring of ${what}`)
          .toBeGreaterThanOrEqual(3)
      }
      await desk.close(kind)
    }
  })
}

interface Ring {
  /** The beginning of what has the focus in us. */
  what: string
  /** In px; 9999 where nothing of ours has the focus. */
  width: number
}

/** The ring of what has the focus in us, once it shows there. */
function ringNow(): Ring {
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const active = shadow?.activeElement
  if (!active) return { what: 'nothing', width: 9999 }
  const what = active.outerHTML.slice(0, 80)
  // A radio button that is drawn by its label shows its ring there.
  const bearers = [active, active.nextElementSibling, active.closest('label')]
  for (const bearer of bearers) {
    if (!bearer) continue
    const { outlineStyle, outlineWidth } = getComputedStyle(bearer)
    if (outlineStyle !== 'none') {
      return { what, width: Number.parseFloat(outlineWidth) }
    }
  }
  return { what, width: 0 }
}

/** What has the focus in us without a ring of 2 px. */
async function thinRing(page: Page): Promise<string> {
  const { what, width } = await page.evaluate(ringNow)
  return width < 2 ? `${what}: ${width} px` : ''
}

async function expectRings(page: Page, kind: Kind): Promise<void> {
  const seen = new Set<string>()
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Tab')
    // The focus may move, and its ring come, some time after the key.
    await expect.poll(() => thinRing(page), `${kind}: ${[...seen].join(' ')} …`).toBe('')
    const { what } = await page.evaluate(ringNow)
    if (what === 'nothing') break
    seen.add(what)
  }
  // In Firefox the focus may be in the browser's own bar by now: on to the page again.
  if (!(await page.evaluate(() => document.hasFocus()))) await page.keyboard.press('Tab')
  expect(seen.size, kind).toBeGreaterThan(0)
}

const RINGED = KINDS.filter((kind) => kind !== 'toast')

test('A36 what has the focus has a ring of 2 px', async ({ host, page }) => {
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.each(RINGED, async (kind) => {
    await desk.panel(kind).focus()
    await expectRings(page, kind)
  })
})

test('A37 forced colours: a ring, a border, and marks that are drawn', async ({ host, page }) => {
  if (engine() !== 'chromium') return toolLacks('no forced colours by this driver')
  await page.emulateMedia({ forcedColors: 'active' })
  await host.open(a11yPage(), { silent: true })
  const desk = createDesk(page)
  await desk.each(KINDS, async (kind) => {
    const border = await desk.panel(kind).evaluate((panel: Element) => {
      const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } =
        getComputedStyle(panel)
      return {
        borderTopStyle,
        width: Number.parseFloat(borderTopWidth),
        isSeen: borderTopColor !== backgroundColor,
      }
    })
    expect(border, kind).toMatchObject({ borderTopStyle: 'solid', isSeen: true })
    expect(border.width, kind).toBeGreaterThanOrEqual(1)
    if (kind !== 'toast') {
      await desk.panel(kind).focus()
      await expectRings(page, kind)
    }
  })
  await desk.show('step')
  const ring = await page.locator('.ring').evaluate((one: Element) => {
    const { outlineStyle, borderTopStyle } = getComputedStyle(one)
    return outlineStyle !== 'none' || borderTopStyle !== 'none'
  })
  expect(ring).toBe(true)
})

test('A35 on a touch screen what is pressed is 44 px high', async ({ page: first, host }) => {
  if (engine() !== 'chromium') return toolLacks('no touch by this driver')
  // Not as a fixture: there is none of its kind in WebKit.
  const browser = first.context().browser()
  if (!browser) throw new Error('no browser')
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    baseURL: host.server.url,
    viewport: { width: 412, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(host.server.add(a11yPage()))
  const desk = createDesk(page)
  await desk.each(['step', 'letter', 'setup', 'news', 'card'], async (kind) => {
    const box = await desk.panel(kind).locator('.button:not(.quiet)').first().boundingBox()
    expect(box?.height, kind).toBeGreaterThanOrEqual(44)
  })
  await context.close()
})
