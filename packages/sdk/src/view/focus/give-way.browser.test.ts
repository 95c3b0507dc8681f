import { afterEach, beforeEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { progressOf } from '../gallery/scenes.ts'

let view: OpenView

beforeEach(async () => {
  await page.viewport(900, 700)
  view = openView()
})

afterEach(() => {
  view.remove()
  document.body.replaceChildren()
})

it.each([
  ['a control that it covers', '<button style="inset:auto 0 0 auto">x</button>', true],
  ['a control elsewhere', '<button style="inset:0 auto auto 0">x</button>', false],
  ['a field as high as the page', '<textarea style="inset:0;width:100%;height:100%">', true],
  ['the page itself', '<main tabindex="-1" style="inset:0">x</main>', false],
  ['a part of the page', '<main tabindex="-1" style="inset:60px 0 0">x</main>', false],
])('the launcher makes way for %s: %#', async (_, html, makesWay) => {
  view.show(undefined, { launcher: progressOf('next') })
  const launcher = page.getByRole('button', { name: 'Getting started', exact: false })
  await expect.element(launcher).toBeVisible()
  const { style } = launcher.element() as HTMLElement
  document.body.innerHTML = html.replace('style="', 'style="position:fixed;')
  document.body.querySelector<HTMLElement>('*')?.focus()
  expect(style.translate !== '' || style.visibility !== '').toBe(makesWay)
})

it('the launcher comes back when nothing has the focus any more', async () => {
  view.show(undefined, { launcher: progressOf('next') })
  const launcher = page.getByRole('button', { name: 'Getting started', exact: false })
  await expect.element(launcher).toBeVisible()
  const { style } = launcher.element() as HTMLElement
  const field = document.body.appendChild(document.createElement('textarea'))
  field.style.cssText = 'position:fixed;inset:0;width:100%;height:100%'
  field.focus()
  expect(style.visibility).toBe('hidden')
  field.blur()
  expect(style.visibility).toBe('')
})
