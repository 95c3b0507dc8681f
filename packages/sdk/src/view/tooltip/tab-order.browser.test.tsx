import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStepPage } from '../gallery/step-page.ts'
import type { StepPage } from '../gallery/step-page.ts'
import { stepScene } from '../gallery/step-scenes.ts'

const dialog = (name = 'Send it') => page.getByRole('dialog', { name })
const element = (id: string): HTMLElement => stage.element(id)
const panel = (): HTMLElement => stage.panel()
const showStep: StepPage['showStep'] = (...args) => stage.showStep(...args)
const showOn = (target: Element): void => view.show(stepScene({}, { target, requested: false }))

let stage: StepPage
let view: StepPage['view']

beforeEach(async () => {
  await page.viewport(900, 600)
  stage = openStepPage()
  ;({ view } = stage)
})

afterEach(() => view.remove())

describe('tooltip: keyboard', () => {
  it('takes the focus when the user asked for it', () => {
    showStep({}, { requested: true })
    expect(view.shadow().activeElement).toBe(panel())
  })

  it('leaves the focus alone when it came by itself', () => {
    element('before').focus()
    showStep()
    expect(document.activeElement).toBe(element('before'))
  })

  it('leaves the focus in a field that is being typed into', () => {
    const field = document.createElement('input')
    document.body.append(field)
    field.focus()
    showStep({}, { requested: true })
    expect(document.activeElement).toBe(field)
  })

  it('keeps the focus from step to step', async () => {
    showStep({}, { requested: true })
    await userEvent.click(dialog().getByRole('button', { name: 'Next' }))
    showStep({ id: 'second', title: 'Second' }, { index: 1 })
    expect(view.shadow().activeElement).toBe(panel())
  })

  it('gives the focus back when it goes', () => {
    element('before').focus()
    showStep({}, { requested: true })
    view.show(undefined)
    expect(document.activeElement).toBe(element('before'))
  })

  it('comes after its target in the tab order, and is no trap', async () => {
    showStep({ advance: { on: 'click' } })
    element('target').focus()
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Tab}{Tab}')
    expect(view.shadow().activeElement?.textContent).toBe('Take me there')
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('is entered at its end, backwards, from what follows the target', async () => {
    showStep({ advance: { on: 'click' } })
    element('after').focus()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(view.shadow().activeElement?.textContent).toBe('Take me there')
    await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('target'))
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('before'))
  })

  it('leads on to what follows the target, also when the user did not come from there', async () => {
    showStep({}, { requested: true })
    await userEvent.keyboard('{Tab}{Tab}{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('comes after the last control of a target that has several', async () => {
    const form = document.createElement('div')
    form.innerHTML = '<input id="one"><input id="two">'
    element('target').replaceWith(form)
    form.style.cssText = 'position:absolute;left:300px;top:100px'
    showOn(form)
    element('one').focus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(element('two'))
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('two'))
  })

  it('comes after a target in an open shadow root, and leads out of it', async () => {
    const host = document.createElement('div')
    element('target').replaceWith(host)
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<button style="position:absolute;left:300px;top:200px">Go</button>'
    const target = host.shadowRoot?.querySelector('button') as HTMLElement
    showOn(target)
    target.focus()
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Tab}{Tab}{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('comes after a target in a frame, and leads out of it', async () => {
    const frame = document.createElement('iframe')
    frame.style.cssText = 'position:absolute;left:300px;top:50px'
    element('target').replaceWith(frame)
    const inner = frame.contentDocument as Document
    inner.body.innerHTML = '<button id="in">Go</button>'
    const target = inner.querySelector('button') as HTMLElement
    showOn(target)
    frame.contentWindow?.focus()
    target.focus()
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(inner.activeElement).toBe(target)
    await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('stands where a target would that takes no focus', async () => {
    const text = document.createElement('p')
    text.textContent = 'A figure'
    text.style.cssText = 'position:absolute;left:300px;top:200px'
    element('target').replaceWith(text)
    showOn(text)
    element('before').focus()
    await userEvent.keyboard('{Tab}')
    expect(view.shadow().activeElement).toBe(panel())
    await userEvent.keyboard('{Tab}{Tab}{Tab}')
    expect(document.activeElement).toBe(element('after'))
  })

  it('leaves Tab to an editor that wants it', async () => {
    const editor = document.createElement('textarea')
    editor.style.cssText = 'position:absolute;left:300px;top:200px'
    editor.addEventListener('keydown', (event) => event.preventDefault())
    element('target').replaceWith(editor)
    showOn(editor)
    editor.focus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(editor)
  })

  it.each(['input', 'textarea', 'div role=combobox tabindex=0', 'div contenteditable'])(
    'lets a <%s> of the page act on Tab first',
    async (tag) => {
      const box = document.createElement('div')
      box.style.cssText = 'position:absolute;left:300px;top:200px'
      box.innerHTML = `<${tag}>.</${tag.split(' ')[0]}>`
      element('target').replaceWith(box)
      const field = box.firstElementChild as HTMLElement
      field.addEventListener('keydown', (event) => event.preventDefault())
      showOn(field)
      field.focus()
      await userEvent.keyboard('{Tab}')
      expect(document.activeElement).toBe(field)
    },
  )

  it.each<[string, KeyboardEventInit]>([
    ['composes', { isComposing: true }],
    ['ends a composition', { keyCode: 229 }],
  ])('leaves Tab to who %s', (_, more) => {
    showStep()
    element('target').focus()
    const init = { key: 'Tab', bubbles: true, cancelable: true, composed: true, ...more }
    const isLeft = element('target').dispatchEvent(new KeyboardEvent('keydown', init))
    expect(isLeft).toBe(true)
    expect(document.activeElement).toBe(element('target'))
  })

  it('goes back to a stop that can be seen', async () => {
    const box = document.createElement('p')
    box.style.cssText = 'position:absolute;left:300px;top:200px'
    box.innerHTML = '<button id="seen">A</button><button style="visibility:hidden">B</button>'
    element('target').replaceWith(box)
    showOn(box)
    panel().focus()
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('seen'))
  })

  it('goes back to the target with Shift+Tab', async () => {
    showStep({}, { requested: true })
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(element('target'))
  })

  it('is dismissed by Escape, which the page does not hear', async () => {
    let heard = 0
    const listen = (): void => void (heard += 1)
    document.addEventListener('keydown', listen)
    showStep({}, { requested: true })
    await userEvent.keyboard('{Escape}')
    document.removeEventListener('keydown', listen)
    expect(view.actions).toEqual([{ do: 'dismiss', reason: 'escape' }])
    expect(heard).toBe(0)
  })

  it('leaves Escape to the page while the focus is in a field of it', async () => {
    showStep()
    element('before').focus()
    await userEvent.keyboard('{Escape}')
    expect(view.actions).toEqual([])
  })

  it('leaves Escape alone while a character is composed', () => {
    showStep({}, { requested: true })
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      isComposing: true,
      bubbles: true,
      composed: true,
    })
    panel().dispatchEvent(event)
    expect(view.actions).toEqual([])
  })

  it('leaves the elements of the page as they were', () => {
    const before = document.body.outerHTML
    showStep({ spotlight: true }, { requested: true })
    view.show(undefined)
    expect(document.body.outerHTML).toBe(before)
  })
})
