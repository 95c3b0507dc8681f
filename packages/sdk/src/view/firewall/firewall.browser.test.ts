import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openView } from '../gallery/open-view.ts'
import type { OpenView } from '../gallery/open-view.ts'
import { createScenes, progressOf } from '../gallery/scenes.ts'

const HEARD = [
  'pointerdown',
  'mousedown',
  'click',
  'keydown',
  'keyup',
  'input',
  'focusin',
  'focusout',
  'wheel',
  'dragenter',
  'dragover',
  'drop',
]
const scenes = createScenes(() => undefined)

let view: OpenView
let heard: string[] = []
let end: AbortController

beforeEach(async () => {
  await page.viewport(900, 700)
  view = openView()
  heard = []
  end = new AbortController()
  const { signal } = end
  for (const type of HEARD) {
    document.addEventListener(type, () => heard.push(type), { capture: true, signal })
  }
})

afterEach(() => {
  end.abort()
  view.remove()
  document.body.replaceChildren()
})

function addButton(): HTMLButtonElement {
  const button = document.createElement('button')
  button.textContent = 'Host'
  button.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh'
  document.body.append(button)
  return button
}

describe('the firewall', () => {
  it('lets our handlers hear of a click, and the page not', async () => {
    view.show(scenes['step-centred'])
    await page.getByRole('button', { name: 'Next' }).click()
    expect(view.actions).toEqual([{ do: 'next' }])
    expect(heard).toEqual([])
  })

  it('lets the user type, tick and tab, and the page hears of none of it', async () => {
    view.show(scenes['survey-text'])
    const field = page.getByRole('textbox')
    await field.click()
    await userEvent.keyboard('Good{Tab}')
    await expect.element(field).toHaveValue('Good')
    expect(view.shadow().activeElement?.tagName).toBe('BUTTON')
    expect(heard).toEqual([])
  })

  it('lets what is prevented in us be prevented', async () => {
    view.show(scenes['survey-text'])
    await expect.element(page.getByRole('textbox')).toBeVisible()
    const field = view.shadow().querySelector('textarea') as HTMLTextAreaElement
    field.addEventListener('keydown', (event) => event.preventDefault(), { signal: end.signal })
    field.focus()
    await userEvent.keyboard('a')
    expect(field.value).toBe('')
  })

  it('does not tell the page that a field of it loses the focus to us', async () => {
    const button = addButton()
    button.focus()
    view.show(scenes['step-centred'])
    heard = []
    await page.getByRole('button', { name: 'Close' }).click()
    expect(heard).toEqual([])
    button.focus()
    expect(heard).toEqual(['focusin'])
  })

  it('keeps from drop zones of the page what is dragged over us; fields of ours take words', async () => {
    view.show(scenes['survey-text'])
    await expect.element(page.getByRole('textbox')).toBeVisible()
    const field = view.shadow().querySelector('textarea') as HTMLTextAreaElement
    const drop = (dataTransfer: DataTransfer): boolean[] =>
      ['dragenter', 'dragover', 'drop'].map((type) => {
        const init = { bubbles: true, composed: true, cancelable: true, dataTransfer }
        return field.dispatchEvent(new DragEvent(type, init))
      })
    const words = new DataTransfer()
    words.setData('text/plain', 'Good')
    expect(drop(words)).toEqual([true, true, true])
    const file = new DataTransfer()
    file.items.add(new File(['x'], 'x.txt'))
    expect(drop(file)).toEqual([false, false, false])
    expect(heard).toEqual([])
  })

  it('lets the page hear all that is its own', async () => {
    const button = addButton()
    view.show(undefined, { launcher: progressOf('next') })
    await userEvent.click(button, { position: { x: 20, y: 20 } })
    await userEvent.keyboard('a')
    expect(heard).toEqual(['pointerdown', 'mousedown', 'focusin', 'click', 'keydown', 'keyup'])
  })
})

describe('a double click', () => {
  it('does not hit the page when the first click has taken the panel away', async () => {
    let clicks = 0
    addButton().addEventListener('click', () => (clicks += 1))
    const gone = openView()
    const close = (): void => gone.show(undefined)
    gone.show(scenes['step-centred'])
    gone.shadow().querySelector('.button')?.addEventListener('click', close)
    await page.getByRole('button', { name: 'Next' }).dblClick()
    gone.remove()
    expect(clicks).toBe(0)
    expect(heard).toEqual([])
  })

  it('opens the checklist, and does not close it again', async () => {
    const launcher = progressOf('done', 'next', 'closed')
    view.show(undefined, { launcher })
    await page.getByRole('button', { name: 'Getting started, 1 of 3 done' }).dblClick()
    expect(view.actions).toEqual([{ do: 'open' }])
  })

  it('lets a click elsewhere through', async () => {
    let clicks = 0
    const button = addButton()
    button.addEventListener('click', () => (clicks += 1))
    view.show(scenes['step-centred'])
    await page.getByRole('button', { name: 'Next' }).click()
    await userEvent.click(button, { position: { x: 20, y: 20 } })
    expect(clicks).toBe(1)
  })
})

describe('Escape', () => {
  it('closes ours and not the dialog of the page that we stand in', async () => {
    const dialog = document.createElement('dialog')
    document.body.append(dialog)
    dialog.showModal()
    view.show(scenes['step-centred'])
    view.shadow().querySelector<HTMLElement>('.button')?.focus()
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
    expect(dialog.open).toBe(true)
    expect(heard.filter((type) => type.startsWith('key'))).toEqual([])
  })

  it('acts once while it is held down, and the page hears of none of it', async () => {
    view.show(scenes['step-centred'])
    view.shadow().querySelector<HTMLElement>('.button')?.focus()
    await userEvent.keyboard('{Escape>3/}')
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
    expect(heard.filter((type) => type.startsWith('key'))).toEqual([])
  })

  it('is left to the dialog of the page that has the focus', async () => {
    const dialog = document.createElement('dialog')
    dialog.append(document.createElement('input'))
    document.body.append(dialog)
    dialog.showModal()
    view.show(scenes['step-centred'])
    heard = []
    await userEvent.keyboard('{Escape}')
    expect(heard).toEqual(['keydown', 'keyup'])
    expect(view.actions).toEqual([])
  })

  it('belongs to a dialog that a library has drawn, too', async () => {
    const dialog = document.createElement('div')
    dialog.setAttribute('aria-modal', 'true')
    dialog.textContent = 'Sure?'
    document.body.append(dialog)
    view.show(scenes['step-centred'])
    ;(document.activeElement as HTMLElement | null)?.blur()
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([])
  })
})
