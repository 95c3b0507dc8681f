import type { Advance } from '@firstwin/schema'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { watchAdvance } from './watch-advance.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  document.body.replaceChildren()
})

function watch(html: string, advance: Advance) {
  document.body.innerHTML = html
  const element = document.querySelector('[data-firstwin]') as HTMLElement
  const onAdvance = vi.fn<() => void>()
  watchAdvance({ element, advance }, onAdvance, lifetime.signal)
  return { element, onAdvance }
}

const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))
const FIELD = '<input data-firstwin="a"><button>Other</button>'
const typing = { on: 'input', minLength: 3 } as const

describe('watchAdvance', () => {
  it('hears a click that the host hides, after the host has handled it, once', async () => {
    const { element, onAdvance } = watch('<button data-firstwin="a"><b>Go</b></button>', {
      on: 'click',
    })
    const order: string[] = []
    onAdvance.mockImplementation(() => order.push('advance'))
    element.addEventListener('click', (event) => {
      event.stopImmediatePropagation()
      order.push('host')
    })
    await userEvent.click(element)
    await userEvent.click(element)
    await turn()
    expect(order).toEqual(['host', 'advance', 'host'])
  })

  it('hears the keyboard press a button', async () => {
    const { element, onAdvance } = watch('<button data-firstwin="a">Go</button>', { on: 'click' })
    element.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(onAdvance).toHaveBeenCalledOnce())
  })

  it('ignores clicks made by scripts, and clicks beside', async () => {
    const { element, onAdvance } = watch('<button data-firstwin="a">Go</button><i>x</i>', {
      on: 'click',
    })
    element.click()
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await userEvent.click(document.querySelector('i') as Element)
    await turn()
    expect(onAdvance).not.toHaveBeenCalled()
  })

  it('leaves the click to the page', async () => {
    const { element } = watch('<input type="checkbox" data-firstwin="a">', { on: 'click' })
    await userEvent.click(element)
    expect(element).toHaveProperty('checked', true)
  })

  it('waits until enough is typed', async () => {
    const { element, onAdvance } = watch(FIELD, typing)
    element.focus()
    await userEvent.keyboard('ab')
    await turn()
    expect(onAdvance).not.toHaveBeenCalled()
    await userEvent.keyboard('c')
    await vi.waitFor(() => expect(onAdvance).toHaveBeenCalledOnce())
  })

  it('is content with a field that is long enough already once the user leaves it', async () => {
    const { element, onAdvance } = watch(FIELD.replace('input', 'input value="hello"'), typing)
    element.focus()
    await turn()
    expect(onAdvance).not.toHaveBeenCalled()
    await userEvent.tab()
    await vi.waitFor(() => expect(onAdvance).toHaveBeenCalledOnce())
  })

  it('does not hear what a script writes into the field', async () => {
    const { element, onAdvance } = watch(FIELD, typing)
    Object.assign(element, { value: 'hello' })
    element.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await turn()
    expect(onAdvance).not.toHaveBeenCalled()
  })

  it('waits until an input method has made its word', async () => {
    const { element, onAdvance } = watch(FIELD, typing)
    element.focus()
    const composition = { text: 'にほんご', selectionStart: 4, selectionEnd: 4 }
    await cdp().send('Input.imeSetComposition', composition)
    await turn()
    expect(element).toHaveProperty('value', 'にほんご')
    expect(onAdvance).not.toHaveBeenCalled()
    await cdp().send('Input.insertText', { text: '日本語' })
    await vi.waitFor(() => expect(onAdvance).toHaveBeenCalledOnce())
  })

  it('hears an editable text, and a field inside the target', async () => {
    const text = watch('<p contenteditable data-firstwin="a"></p>', typing)
    text.element.focus()
    await userEvent.keyboard('abc')
    await vi.waitFor(() => expect(text.onAdvance).toHaveBeenCalledOnce())
    const inside = watch('<p data-firstwin="a"><input></p>', { on: 'input' })
    inside.element.querySelector('input')?.focus()
    await userEvent.keyboard('a')
    await vi.waitFor(() => expect(inside.onAdvance).toHaveBeenCalledOnce())
  })

  it('says nothing when its lifetime ends between the click and the answer', async () => {
    const { element, onAdvance } = watch('<button data-firstwin="a">Go</button>', { on: 'click' })
    element.addEventListener('click', () => lifetime.abort())
    await userEvent.click(element)
    await turn()
    expect(onAdvance).not.toHaveBeenCalled()
  })
})
