import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { stepScene } from '../gallery/step-scenes.ts'

const step = stepScene({}, { requested: false })
const html = document.documentElement

let view: OpenView
let shadow: ShadowRoot

beforeEach(async () => {
  await page.viewport(900, 600)
  view = openView()
  view.show(step)
  shadow = view.shadow()
})

afterEach(() => {
  view.remove()
  document.body.replaceChildren()
  html.inert = false
  html.style.removeProperty('zoom')
})

const host = (): HTMLElement => shadow.host as HTMLElement
const next = (): HTMLElement => shadow.querySelector<HTMLElement>('.button') as HTMLElement
/** A press in the middle of Next would reach it. */
const isUsable = (): boolean => {
  const { x, y, width, height } = next().getBoundingClientRect()
  const root = host().getRootNode() as Document | ShadowRoot
  return root.elementFromPoint(x + width / 2, y + height / 2) === host()
}

function add<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  css = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.style.cssText = css
  document.body.append(element)
  return element
}

describe('a modal dialog of the page', () => {
  it('takes us in when it opens, and lets us out when it closes', async () => {
    const dialog = add('dialog')
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    expect(host().matches(':popover-open')).toBe(true)
    dialog.close()
    await expect.poll(() => host().parentElement).toBe(html)
    expect(isUsable()).toBe(true)
  })

  it('leaves the focus in us when it closes', async () => {
    const dialog = add('dialog')
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    next().focus()
    dialog.close()
    await expect.poll(() => host().parentElement).toBe(html)
    expect(shadow.activeElement).toBe(next())
  })

  it('keeps the focus that it took', async () => {
    next().focus()
    const dialog = add('dialog')
    dialog.append(document.createElement('input'))
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    expect(document.activeElement).toBe(dialog.firstElementChild)
  })

  it('is the one that rules, whatever the order in the document', async () => {
    const first = add('dialog')
    const second = add('dialog')
    second.showModal()
    first.showModal()
    await expect.poll(() => host().parentElement).toBe(first)
    expect(isUsable()).toBe(true)
    first.close()
    await expect.poll(() => host().parentElement).toBe(second)
  })

  it('is found in a shadow root', async () => {
    const inner = add('div').attachShadow({ mode: 'open' })
    const dialog = document.createElement('dialog')
    inner.append(dialog)
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    expect(isUsable()).toBe(true)
  })

  it('does not take us with it when it is removed', async () => {
    const dialog = add('dialog')
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    dialog.remove()
    await expect.poll(() => host().parentElement).toBe(html)
    expect(isUsable()).toBe(true)
  })

  it('keeps what was typed and scrolled when it takes us in', async () => {
    const field = document.createElement('input')
    const box = document.createElement('div')
    box.style.cssText = 'height:40px;overflow:auto'
    box.append(document.createElement('p'))
    shadow.querySelector('.body')?.append(field, box)
    ;(box.firstElementChild as HTMLElement).style.height = '400px'
    field.value = 'Hana'
    box.scrollTop = 33
    const dialog = add('dialog')
    dialog.showModal()
    await expect.poll(() => host().parentElement).toBe(dialog)
    expect([field.value, box.scrollTop]).toEqual(['Hana', 33])
  })
})

describe('a popover of the page', () => {
  it('takes us in when it holds the target, so that a press on us does not close it', async () => {
    const menu = add('div', 'margin:40px;width:200px;height:100px')
    menu.popover = 'auto'
    const target = document.createElement('button')
    menu.append(target)
    menu.showPopover()
    view.show(stepScene({}, { target, requested: false }))
    expect(host().parentElement).toBe(menu)
    await page.getByRole('button', { name: 'Next' }).click()
    expect(menu.matches(':popover-open')).toBe(true)
    expect(view.actions).toEqual([{ do: 'next' }])
  })

  it('does not cover us when it comes later, and does not take the focus', async () => {
    next().focus()
    const later = add('div', 'inset:0;width:100%;height:100%')
    later.popover = 'manual'
    later.showPopover()
    await expect.poll(isUsable).toBe(true)
    expect(shadow.activeElement).toBe(next())
  })
})

describe('a page that takes us away', () => {
  it.each([
    ['by taking us out', () => host().remove()],
    [
      'by replacing all that the root holds',
      () => html.replaceChildren(document.head, document.body),
    ],
    ['by hiding the popover', () => host().hidePopover()],
    ['by taking the popover from us', () => host().removeAttribute('popover')],
    ['by making us inert', () => (host().inert = true)],
    ['by hiding us', () => (host().hidden = true)],
  ])('%s does not get rid of us', async (_, takeAway) => {
    takeAway()
    await expect.poll(isUsable).toBe(true)
    expect(host().outerHTML).toBe('<firstwin-root popover="manual"></firstwin-root>')
    expect(document.querySelectorAll('firstwin-root')).toHaveLength(1)
  })

  it('gives the focus back that it took with us', async () => {
    // A page that is not in front hears of no focus.
    await userEvent.click(html)
    next().focus()
    host().remove()
    await expect.poll(() => shadow.activeElement).toBe(next())
  })

  it('is not fought for ever', async () => {
    let times = 0
    const observer = new MutationObserver(() => {
      times += 1
      host().remove()
    })
    observer.observe(html, { childList: true })
    host().remove()
    await new Promise(requestAnimationFrame)
    observer.disconnect()
    expect(times).toBeLessThan(100)
    await expect.poll(() => host().isConnected, { timeout: 3000 }).toBe(true)
  })

  it('does not see us while all of it is inert', async () => {
    html.inert = true
    await expect.poll(() => getComputedStyle(host()).visibility).toBe('hidden')
    html.inert = false
    await expect.poll(() => getComputedStyle(host()).visibility).toBe('visible')
  })
})

it('is not zoomed with the page', async () => {
  const { width } = next().getBoundingClientRect()
  html.style.setProperty('zoom', '2')
  await expect.poll(() => Math.round(next().getBoundingClientRect().width)).toBe(Math.round(width))
})
