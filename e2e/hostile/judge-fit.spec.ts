import { expect, test } from '../test.ts'
import { openGallery, type Gallery } from './judge-gallery.ts'

/* Everything that can be shown, in a window of 320 by 256 px and with more space in its text. */

test.use({ baseURL: 'http://localhost' })

let gallery: Gallery

test.beforeAll(async () => {
  gallery = await openGallery()
})

test.afterAll(() => gallery.close())

interface GalleryWindow {
  scenes: Record<string, unknown>
  showScene: (name: string) => void
}

/** Steps aside: those stand beside something. */
function namesOfScenes(): string[] {
  const { scenes } = window as unknown as GalleryWindow
  return Object.keys(scenes).filter((name) => !name.startsWith('step'))
}

function show(name: string): void {
  const { showScene } = window as unknown as GalleryWindow
  showScene(name)
}

/** What WCAG 2.2 (1.4.12) lets users set. */
const SPACED =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
  'p{margin-bottom:2em!important}'

interface Scene {
  name: string
  sheetText: string
}

/** Runs in the page: what is wrong with the scene that is shown, in a line each. */
function findMisfits({ name, sheetText }: Scene): string[] {
  const found: string[] = []
  const root = document.querySelector('firstwin-root')?.shadowRoot
  const panel = root?.querySelector<HTMLElement>('.layer:not([inert]) .panel')
  if (!panel || !root) return ['nothing is shown']
  if (sheetText !== '') {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(sheetText)
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  }
  for (const animation of root.getAnimations()) animation.finish()
  const { left, right, top, bottom } = panel.getBoundingClientRect()
  if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight) {
    found.push(`${name}: outside`)
  }
  for (const one of panel.querySelectorAll<HTMLElement>('*')) {
    const { overflowX, clipPath } = getComputedStyle(one)
    const isCut = overflowX !== 'visible' && clipPath === 'none'
    if (isCut && one.scrollWidth > one.clientWidth + 1) {
      found.push(`${name}: ${one.className} cut`)
    }
  }
  if (panel.scrollWidth > panel.clientWidth + 1) found.push(`${name}: scrolls sideways`)
  for (const button of panel.querySelectorAll('button, a, select, textarea, summary')) {
    if (!button.checkVisibility()) continue
    button.scrollIntoView({ block: 'nearest' })
    const box = button.getBoundingClientRect()
    const x = (box.left + box.right) / 2
    // What is higher than the panel reaches beyond its edge.
    const lowest = Math.min(box.bottom, bottom, innerHeight) - 4
    const hit = root.elementFromPoint(x, lowest)
    if (!hit || !(button === hit || button.contains(hit))) {
      found.push(`${name}: "${button.textContent}" not reached`)
    }
    const isInline = getComputedStyle(button).display === 'inline'
    if (!isInline && (box.width < 24 || box.height < 24)) {
      found.push(`${name}: "${button.textContent}" is a target of ${box.width} by ${box.height}`)
    }
  }
  return found
}

for (const [how, sheet] of [
  ['as it is', ''],
  ['with more space in its text', SPACED],
] as const) {
  test(`A38, A39: all is reached in 320 by 256 px, ${how}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 })
    await page.goto(gallery.url)
    const found: string[] = []
    for (const name of await page.evaluate(namesOfScenes)) {
      await page.evaluate(show, name)
      await expect(page.locator('.layer:not([inert]) .panel')).toHaveCount(1)
      found.push(...(await page.evaluate(findMisfits, { name, sheetText: sheet })))
    }
    expect(found).toEqual([])
  })
}
