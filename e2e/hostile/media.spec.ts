import type { Page } from '@playwright/test'
import { record } from './moments.ts'
import { engine, expect, test, toolLacks } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Print, forced colours, less motion, and tools that rewrite the texts of a page. */

/** Asked of the browser itself, where what drives it can. */
async function emulate(page: Page, media: Parameters<Page['emulateMedia']>[0]): Promise<boolean> {
  if (engine() === 'chromium') {
    await page.emulateMedia(media)
    return true
  }
  toolLacks('no change of media while a page is open')
  return false
}

test('H48 nothing of us is printed', async ({ host, page }) => {
  await host.open({})
  if (!(await emulate(page, { media: 'print' }))) return
  expect((await host.look()).panel).toBeUndefined()
  await page.emulateMedia({ media: 'screen' })
  await host.works()
})

test('H48 what is printed leaves us out by a rule', async ({ host, page }) => {
  await host.open({})
  const rules = await page.evaluate(() => {
    const sheets = document.querySelector('firstwin-root')?.shadowRoot?.adoptedStyleSheets ?? []
    const all = [...sheets].flatMap(({ cssRules }) => Array.from(cssRules))
    return all
      .filter((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
      .map(({ cssText }) => cssText.replaceAll(/\s+/g, ' '))
  })
  expect(rules).toContainEqual(expect.stringMatching(/:host \{ display: none !important; \}/))
  await host.works()
})

test('H56 forced colours come on while a step is shown', async ({ host, page }) => {
  await host.open({})
  if (!(await emulate(page, { forcedColors: 'active' }))) return
  const looks = await host.panel('One').evaluate((panel) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(panel)
    return { borderTopStyle, borderTopWidth: Number.parseFloat(borderTopWidth) }
  })
  expect(looks.borderTopStyle).toBe('solid')
  expect(looks.borderTopWidth).toBeGreaterThanOrEqual(1)
  await host.panel('One').getByRole('button', { name: 'Next' }).focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  const outline = await host
    .panel('One')
    .getByRole('button', { name: 'Next' })
    .evaluate((button) => getComputedStyle(button).outlineStyle)
  expect(outline).toBe('solid')
  await host.works()
})

test('H56 less motion is asked for while a step is shown', async ({ host, page }) => {
  await host.open({ journey: FAR, body: PLACES })
  if (!(await emulate(page, { reducedMotion: 'reduce' }))) return
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  // Nothing moves: whatever is animated changes no place.
  for (const { panel } of await record(page, 20)) expect(panel).toBeDefined()
  const moving = await page.evaluate(() => {
    const animations = document.querySelector('firstwin-root')?.shadowRoot?.getAnimations() ?? []
    return animations.filter(({ effect }) => {
      const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : []
      return frames.some((frame) => 'translate' in frame || 'transform' in frame)
    }).length
  })
  expect(moving).toBe(0)
  const places = (await record(page, 10)).map(({ panel }) => panel?.y)
  expect(new Set(places).size).toBe(1)
})

test('H56 with motion the panel glides from target to target', async ({ host, page }) => {
  await host.open({ journey: FAR, body: PLACES })
  if (!(await emulate(page, { reducedMotion: 'no-preference' }))) return
  const places = await record(page, 40, {
    act: () => {
      const root = document.querySelector('firstwin-root')?.shadowRoot
      root?.querySelector<HTMLElement>('.button:not(.quiet)')?.click()
    },
  })
  expect(new Set(places.map(({ panel }) => panel?.y)).size).toBeGreaterThan(3)
})

const PLACES = `<p style="margin:60px 320px"><button data-firstwin="target">Send</button></p>
<p style="margin:300px 320px 0"><button data-firstwin="other">Other</button></p>`
const FAR = tour({
  steps: [toStep('One', { id: 'target' }), toStep('Two', { id: 'other' })],
})

/** As the translators of browsers do it, in every text that they can reach. */
function translate(): void {
  const root = document.querySelector('firstwin-root')?.shadowRoot
  if (!root) return
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const text of texts) {
    const inner = document.createElement('font')
    inner.textContent = `«${text.data}»`
    const outer = document.createElement('font')
    outer.append(inner)
    text.replaceWith(outer)
  }
}

test('H57 a translator rewrites our texts', async ({ host, page }) => {
  await host.open({})
  await page.evaluate(translate)
  await page.getByRole('button', { name: '«Next»' }).click()
  await host.seeStep('Two')
  const panel = host.panel('Two')
  await expect(panel).toContainText('2 of 3')
  await expect(panel.getByRole('button', { name: 'Back' })).toHaveCount(1)
  await panel.getByRole('button', { name: 'Back' }).press('Enter')
  await host.works()
})

test('H57 a writing aid puts elements of its own into us', async ({ host, page }) => {
  await host.open({})
  await page.evaluate(() => {
    const root = document.querySelector('firstwin-root')?.shadowRoot
    for (const one of root?.querySelectorAll('.body, .foot, .title, .root') ?? []) {
      one.append(document.createElement('grammarly-extension'))
      one.setAttribute('data-gramm', 'false')
    }
  })
  await host.works()
})
