import { afterEach, describe, expect, it } from 'vitest'
import { accessibleName } from './accessible-name.ts'
import { hasWords } from './has-words.ts'

afterEach(() => document.body.replaceChildren())

function show(html: string): HTMLElement {
  document.body.innerHTML = `<p>${html}</p>`
  return document.body.firstElementChild as HTMLElement
}

describe('hasWords', () => {
  it.each([
    ['Отправить письмо', 'отправить'],
    ['Müller', 'müller'],
    ['メールを送る', '送'],
    ['发送邮件', '邮件'],
    ['ส่งอีเมล', 'อีเมล'],
    ['Send 送る', '送る'],
    ['Total: €120', '€120'],
  ])('finds in %j the words %j', (text, wanted) => {
    expect(hasWords(show(text), wanted)).toBe(true)
  })

  it.each([
    ['Отправить письмо', 'отпр'],
    ['Müller', 'm'],
    ['Müller', 'mü'],
    ['Müller', 'ller'],
    ['Στείλε', 'στ'],
    ['e\u0301tude', 'e'],
    ['한국어', '한'],
    ['Total: €120', '€12'],
    ['𝒜𝒷', '𝒜'],
  ])('finds in %j no part of a word as %j', (text, wanted) => {
    expect(hasWords(show(text), wanted)).toBe(false)
  })

  it.each([
    '<textarea>secret</textarea>',
    '<span contenteditable>secret</span>',
    '<span contenteditable="plaintext-only">secret</span>',
    '<span role="textbox">secret</span>',
  ])('does not read what the user writes into %s', (html) => {
    const element = show(html)
    expect(hasWords(element, 'secret')).toBe(false)
    expect(accessibleName(element)).toBe('')
  })

  it('reads what cannot be written into', () => {
    expect(hasWords(show('<span contenteditable="false">plain</span>'), 'plain')).toBe(true)
  })
})
