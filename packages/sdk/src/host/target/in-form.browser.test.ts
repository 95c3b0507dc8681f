import { afterEach, describe, expect, it } from 'vitest'
import { clobberingForm } from '../../node/clobbering-form.fixture.ts'
import { findDeep, isAround, isCovered } from './find-deep.ts'
import { findPlain } from './find-plain.ts'
import { isMiddleClear } from './is-middle-clear.ts'
import { watchDeep } from './watch-deep.ts'

afterEach(() => document.body.replaceChildren())

function addForm(): { form: HTMLFormElement; button: HTMLElement } {
  const form = clobberingForm()
  const button = document.createElement('button')
  button.textContent = 'Send it'
  Element.prototype.append.call(form, button)
  form.setAttribute('data-firstwin', 'form')
  document.body.append(form)
  return { form, button }
}

describe('among fields that are named like properties of elements', () => {
  it('finds what is in such a form, and the form', () => {
    const { form, button } = addForm()
    expect(findDeep({ role: 'button', name: 'Send it' })).toBe(button)
    expect(findDeep({ css: 'button', text: 'send' })).toBe(button)
    expect(findDeep({ css: 'form', text: 'send' })).toBe(form)
    expect(findPlain({ id: 'form' })).toBe(form)
  })

  it('knows what is around it and over it', () => {
    const { form, button } = addForm()
    expect(isAround(document.body, button)).toBe(true)
    for (const element of [form, button]) {
      expect(isMiddleClear(element)).toBe(true)
      expect(isCovered(element)).toBe(false)
    }
    const card = document.createElement('div')
    card.style.cssText = 'position:fixed;inset:0 0 50px;background:#fff'
    document.body.append(card)
    for (const element of [form, button]) expect(isCovered(element)).toBe(true)
  })

  it('watches such a form', async () => {
    const { form } = addForm()
    const lifetime = new AbortController()
    const seen: unknown[] = []
    watchDeep({ id: 'form' }, (element) => seen.push(element), lifetime.signal)
    form.setAttribute('style', 'display:none')
    await expect.poll(() => seen).toEqual([form, undefined])
    lifetime.abort()
  })
})
