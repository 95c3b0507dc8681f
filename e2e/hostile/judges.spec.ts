import type { Page } from '@playwright/test'
import { engine, expect, test } from '../test.ts'
import { EXCEPTIONS } from './judge-exceptions.ts'
import { openGallery, type Gallery } from './judge-gallery.ts'
import { callJudges, judge, type Finding } from './judge.ts'
import { STATES, type State } from './judge-states.ts'

/* Two judges, axe and IBM's checker, over everything that can be shown and every state of it. */

test.use({ baseURL: 'http://localhost' })

let gallery: Gallery

test.beforeAll(async () => {
  gallery = await openGallery()
})

test.afterAll(() => gallery.close())

/** Forced colours are asked of the driver, which only Chromium's here grants. */
const MODES = ['light', 'dark', 'forced colours'] as const

for (const mode of MODES) {
  test(`nothing is found in ${mode}`, async ({ page }) => {
    test.skip(mode === 'forced colours' && engine() !== 'chromium', 'No forced colours here.')
    if (mode === 'forced colours') await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(mode === 'dark' ? `${gallery.url}?dark` : gallery.url)
    await callJudges(page)
    const scenes = await page.evaluate(() => Object.keys(Reflect.get(window, 'scenes') as object))
    const states: Record<string, State> = {
      ...Object.fromEntries(scenes.map((scene) => [scene, { scene }])),
      ...STATES,
    }

    const found: (Finding & { state: string })[] = []
    for (const [state, how] of Object.entries(states)) {
      await bring(page, how)
      for (const finding of await judge(page)) found.push({ state, ...finding })
    }
    const known = EXCEPTIONS.filter(({ engines }) => engines?.includes(engine()) ?? true)
    const isKnown = (finding: Finding): boolean => known.some((one) => covers(one, finding))
    expect(toLines(found.filter((finding) => !isKnown(finding)))).toEqual([])
    expect(
      known.filter((one) => !found.some((finding) => covers(one, finding))),
      'exceptions that are no longer needed',
    ).toEqual([])
  })
}

/** A line for each kind of finding, with the states that show it. */
function toLines(found: readonly (Finding & { state: string })[]): string[] {
  const byKind = Map.groupBy(found, (one) =>
    [one.judge, one.rule, one.markup, one.message].join(' | '),
  )
  return [...byKind].map(
    ([kind, all]) => `${kind} | ${[...new Set(all.map(({ state }) => state))].join(', ')}`,
  )
}

function covers(one: (typeof EXCEPTIONS)[number], { judge: by, rule, markup }: Finding): boolean {
  return one.judge === by && one.rule === rule && one.markup.test(markup)
}

interface GalleryWindow {
  showScene: (name: string) => void
}

/** Shows the scene alone, does what brings the state about, and lets all that moves come to rest. */
async function bring(page: Page, { scene, click = [], awaits = '.panel' }: State): Promise<void> {
  await page.evaluate((name) => {
    const { showScene } = window as unknown as GalleryWindow
    showScene(name)
  }, scene)
  for (const selector of click) {
    await expect(page.locator(shown(selector)).first()).toBeAttached()
    // As a program does it: what covers it is none of this test.
    await page.evaluate(pressFirst, shown(selector))
  }
  await expect(page.locator(shown(awaits)).first()).toBeAttached()
  await page.evaluate(() => {
    const root = document.querySelector('firstwin-root')?.shadowRoot
    for (const animation of root?.getAnimations() ?? []) animation.finish()
  })
  await expect(page.locator('.layer[inert]')).toHaveCount(0)
}

/** Not what is on its way out. */
const shown = (selector: string): string => `.layer:not([inert]) ${selector}, .dock ${selector}`

function pressFirst(selector: string): void {
  document.querySelector('firstwin-root')?.shadowRoot?.querySelector<HTMLElement>(selector)?.click()
}
