import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from './gallery/open-view.ts'
import type { OpenView } from './gallery/open-view.ts'
import { createScenes, progressOf } from './gallery/scenes.ts'

const target = document.createElement('button')
target.textContent = 'Preview'
const scenes = createScenes(() => target)
const launcher = progressOf('done', 'next', 'closed')
const names = Object.keys(scenes) as (keyof typeof scenes)[]

let view: OpenView

beforeEach(async () => {
  await page.viewport(1000, 800)
  document.body.append(target)
  view = openView()
})

afterEach(() => {
  view.remove()
  target.remove()
  document.documentElement.style.colorScheme = ''
})

const settled = async (): Promise<void> => {
  await expect.poll(() => view.shown.length).toBe(1)
  for (const animation of view.shadow().getAnimations()) animation.finish()
}

describe.each(['light', 'dark'])('in a %s page', (scheme) => {
  it.each(names)('%s has nothing that axe objects to', async (name) => {
    document.documentElement.style.colorScheme = scheme
    view.show(scenes[name], { launcher })
    await settled()
    const { violations } = await axe.run(document.querySelector('firstwin-root') as Element, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // A page has landmarks, a part of one does not.
      rules: { region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

describe('createView', () => {
  it('stands at the end of the root element, in the top layer', () => {
    view.show(scenes['step-next'])
    const host = document.documentElement.lastElementChild
    expect(host?.tagName).toBe('FIRSTWIN-ROOT')
    expect(host?.matches(':popover-open')).toBe(true)
  })

  it('leaves nothing behind', async () => {
    const before = document.documentElement.outerHTML
    view.show(scenes.checklist, { launcher })
    await settled()
    view.show(scenes.celebration, { launcher })
    view.show(scenes['step-next'])
    view.remove()
    view.remove()
    view.show(scenes['step-next'])
    expect(document.documentElement.outerHTML).toBe(before)
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([])
  })

  it('works inside of a modal dialog of the page that holds the target', async () => {
    const dialog = document.createElement('dialog')
    dialog.append(target)
    document.body.append(dialog)
    dialog.showModal()
    view.show(scenes['step-next'])
    await page
      .getByRole('dialog', { name: 'Send it' })
      .getByRole('button', { name: 'Next' })
      .click()
    expect(view.actions).toEqual([{ do: 'next' }])
    dialog.remove()
  })

  it('comes back out of a dialog that closes', async () => {
    const dialog = document.createElement('dialog')
    dialog.append(target)
    document.body.append(dialog)
    dialog.showModal()
    view.show(scenes['step-next'])
    document.body.append(target)
    dialog.close()
    await expect.element(page.getByRole('dialog', { name: 'Send it' })).toBeVisible()
    dialog.remove()
  })

  it('stays above a popover that the page opens later', async () => {
    view.show(scenes['step-centred'])
    const popover = document.createElement('div')
    popover.popover = 'manual'
    popover.style.cssText = 'width:100vw;height:100vh'
    document.body.append(popover)
    popover.showPopover()
    await page.getByRole('button', { name: 'Next' }).click()
    popover.remove()
    expect(view.actions).toEqual([{ do: 'next' }])
  })

  it('survives a page that hides, unsets and moves everything', async () => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { all: unset !important }
      *:not(html):not(body) { display: none !important }
      :not(:defined), [popover] { display: none !important; opacity: 0 !important }
      html > * { transform: translate(90px) !important; filter: blur(9px) !important }`)
    document.adoptedStyleSheets = [sheet]
    view.show(scenes['step-centred'])
    await page.getByRole('button', { name: 'Next' }).click()
    document.adoptedStyleSheets = []
    expect(view.actions).toEqual([{ do: 'next' }])
  })

  it('speaks the locale of the scene, in its direction', async () => {
    view.show(scenes['step-next'], { locale: 'ja' })
    await expect.element(page.getByRole('button', { name: '次へ' })).toBeVisible()
    expect(view.shadow().querySelector('.root')).toMatchObject({ lang: 'ja', dir: 'ltr' })
    view.show(scenes['step-next'], { locale: 'ar' })
    expect(view.shadow().querySelector('.root')).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })

  it('keeps its events to itself', async () => {
    let heard = 0
    const listen = (): void => void (heard += 1)
    const types = ['click', 'pointerdown', 'keydown']
    for (const type of types) document.addEventListener(type, listen)
    view.show(scenes['step-centred'])
    await page.getByRole('button', { name: 'Next' }).click()
    await userEvent.keyboard('a')
    for (const type of types) document.removeEventListener(type, listen)
    expect(heard).toBe(0)
  })

  it('gives what the user asked for the focus, and what comes later not', async () => {
    view.show(scenes.letter)
    await page.getByRole('button', { name: 'Show me the first step' }).click()
    view.show(scenes.setup)
    await expect.poll(() => view.shadow().activeElement?.tagName).toBe('DIALOG')
    view.show(undefined)
    target.focus()
    await userEvent.click(target)
    view.show(scenes.surprise)
    await expect.element(page.getByRole('dialog', { name: 'One more year together' })).toBeVisible()
    expect(document.activeElement).toBe(target)
  })

  it('takes a new theme while it shows something', async () => {
    view.show(scenes['step-next'])
    const root = view.shadow().querySelector('.root') as HTMLElement
    view.setTheme({ scheme: 'dark', radius: 4 })
    expect(root.dataset['scheme']).toBe('dark')
    expect(getComputedStyle(root.querySelector('.panel') as Element).borderRadius).toBe('4px')
  })
})
