import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { isReachable, watchBusy } from './busy.ts'

let lifetime = new AbortController()

beforeEach(() => {
  lifetime = new AbortController()
})
afterEach(() => {
  lifetime.abort()
  vi.useRealTimers()
  document.body.replaceChildren()
})

function watch(html: string) {
  document.body.innerHTML = html
  const onChange = vi.fn<() => void>()
  return { onChange, busyWith: watchBusy(onChange, lifetime.signal) }
}

const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()

describe('watchBusy', () => {
  it('knows that the user types, and when the pause has come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { busyWith, onChange } = watch('<textarea></textarea>')
    focus('textarea')
    expect(busyWith()).toEqual([])
    await userEvent.keyboard('a')
    expect(busyWith()).toEqual(['typing'])
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
    vi.advanceTimersByTime(2000)
    await userEvent.keyboard('b')
    vi.advanceTimersByTime(2999)
    expect(busyWith()).toEqual(['typing'])
    vi.advanceTimersByTime(1)
    expect(busyWith()).toEqual([])
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
  })

  it('has no pause while an input method composes a word', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { busyWith } = watch('<textarea></textarea>')
    focus('textarea')
    const composition = { text: 'にほんご', selectionStart: 4, selectionEnd: 4 }
    await cdp().send('Input.imeSetComposition', composition)
    vi.advanceTimersByTime(60_000)
    expect(busyWith()).toEqual(['typing'])
    await cdp().send('Input.insertText', { text: '日本語' })
    vi.advanceTimersByTime(3000)
    expect(busyWith()).toEqual([])
  })

  it('ends with the focus', async () => {
    const { busyWith } = watch('<p contenteditable>x</p><button>b</button>')
    focus('p')
    await userEvent.keyboard('a')
    expect(busyWith()).toEqual(['typing'])
    focus('button')
    expect(busyWith()).toEqual([])
  })

  it('does not take a tick or a script for typing', async () => {
    const { busyWith } = watch('<input type="checkbox"><textarea></textarea>')
    await userEvent.click(document.querySelector('input') as Element)
    document.querySelector('textarea')?.dispatchEvent(new InputEvent('input', { bubbles: true }))
    expect(busyWith()).toEqual([])
  })

  it('says when a dialog of the host opens and closes', async () => {
    const { busyWith, onChange } = watch('<dialog>Hello</dialog>')
    const dialog = document.querySelector('dialog')
    dialog?.showModal()
    expect(busyWith()).toEqual(['host-dialog'])
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
    dialog?.close()
    expect(busyWith()).toEqual([])
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
  })

  it('says when an open dialog is taken out of the page', async () => {
    const { busyWith, onChange } = watch('<div aria-modal="true">Hello</div>')
    document.body.dispatchEvent(new Event('keyup', { bubbles: true }))
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
    document.body.replaceChildren()
    await vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(2))
    expect(busyWith()).toEqual([])
  })

  it('says nothing after its lifetime', async () => {
    const { onChange } = watch('<textarea></textarea>')
    focus('textarea')
    lifetime.abort()
    await userEvent.keyboard('a')
    await new Promise(requestAnimationFrame)
    expect(onChange).not.toHaveBeenCalled()
  })
})

describe('isReachable', () => {
  it.each([
    ['<div role="dialog" aria-modal="true">x</div><b></b>', false],
    ['<div role="dialog" aria-modal="true"><b></b></div>', true],
    ['<div role="dialog" aria-modal="true" hidden>x</div><b></b>', true],
    ['<div role="dialog">x</div><b></b>', true],
    ['<dialog open>x</dialog><b></b>', true],
    // One over the other: only the one on top can be used, and which one that is is not known.
    ['<div aria-modal="true">x<b></b></div><div aria-modal="true">x</div>', false],
  ])('says of the last part of %s: %s', (html, expected) => {
    document.body.innerHTML = html
    expect(isReachable(document.querySelector('b') as Element)).toBe(expected)
  })
})
