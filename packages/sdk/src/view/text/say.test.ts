import { parseRichText } from '@firstwin/schema/rich-text'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillIn } from './fill-in.ts'
import { createSay } from './say.ts'

const inLocale = (locale: string, traits: Record<string, unknown> = {}) =>
  createSay({ locale, fallbackLocale: 'en', traits })

describe('createSay', () => {
  const text = { de: 'Hallo', en: 'Hello', ja: 'こんにちは', 'pt-BR': 'Oi' }

  it.each([
    ['ja', 'こんにちは'],
    ['ja-JP', 'こんにちは'],
    ['pt-BR', 'Oi'],
    ['pt', 'Hello'],
    ['fr', 'Hello'],
    ['constructor', 'Hello'],
  ])('says in %s: %s', (locale, words) => {
    expect(inLocale(locale).plain(text)).toBe(words)
  })

  it('says the first text there is where neither locale is', () => {
    expect(inLocale('fr').plain({ ja: 'はい', ko: '네' })).toBe('はい')
  })

  it.each([
    ['of the journey', 'x'.repeat(50_000), {}],
    [
      'with a trait',
      parseRichText('My {{trait.name}} **and** so on'),
      { name: 'x'.repeat(50_000) },
    ],
    ['in two parts', parseRichText(`**A** ${'x'.repeat(50_000)}`), {}],
  ])('says no more than 2000 characters of a text %s', (_, long, traits) => {
    expect(inLocale('en', traits).plain(long)).toHaveLength(2000)
  })

  it('says nothing where there is no text', () => {
    expect(inLocale('en').plain(undefined)).toBe('')
    expect(inLocale('en').rich(undefined)).toEqual([])
  })

  it('takes a string that was not parsed as words, whatever is in it', () => {
    const content = [{ type: 'text', text: '**Hello** {{trait.name}}' }]
    expect(inLocale('en').rich('**Hello** {{trait.name}}')).toEqual([
      { type: 'paragraph', content },
    ])
  })

  it('says marks, breaks and lists in one line', () => {
    const marked = parseRichText('A **b** _c_\n`d`\n\n- e\n- f')
    expect(inLocale('en').plain(marked)).toBe('A b c d e f')
  })

  it.each([
    [{ name: 'Hana' }, 'Hi Hana'],
    [{ name: 7 }, 'Hi 7'],
    [{ name: '' }, 'Hi there'],
    [{ name: { toString: 'x' } }, 'Hi there'],
    [{}, 'Hi there'],
  ])('fills in the traits %j', (traits, words) => {
    expect(inLocale('en', traits).plain(parseRichText('Hi {{trait.name|there}}'))).toBe(words)
  })

  it('takes a trait as text, whatever is in it', () => {
    const [block] = inLocale('en', { name: '**[x](javascript:y)**' }).rich(
      parseRichText('{{trait.name}}'),
    )
    expect(block).toEqual({
      type: 'paragraph',
      content: [{ type: 'text', text: '**[x](javascript:y)**' }],
    })
  })
})

describe('fillIn', () => {
  it('keeps nothing but known nodes, and never throws, whatever it is given', () => {
    const known = new Set(['paragraph', 'list', 'text', 'break', 'strong', 'em', 'code', 'link'])
    const types = fc.constantFrom(...known, 'script', '__proto__')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 12 }, fc.anything(), tie('node'), fc.array(tie('node'))),
      node: fc.record({
        type: types,
        text: fc.anything(),
        content: tie('tree'),
        items: tie('tree'),
      }),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        const seen = [...JSON.stringify(fillIn(value, {})).matchAll(/"type":"(\w+)"/g)]
        for (const [, type] of seen) expect(known).toContain(type)
      }),
    )
  })

  it('cuts what is too deep or too long', () => {
    let deep: unknown = [{ type: 'text', text: 'x' }]
    for (let level = 0; level < 100_000; level += 1) deep = [{ type: 'strong', content: deep }]
    expect(fillIn([{ type: 'paragraph', content: deep }], {})).toHaveLength(1)
    const long = Array.from({ length: 100_000 }, () => ({ type: 'text', text: 'x' }))
    const [block] = fillIn([{ type: 'paragraph', content: long }], {})
    expect(block?.type === 'paragraph' && block.content.length).toBe(199)
    const items = Array.from({ length: 1000 }, () => [{ type: 'break' }])
    const lists = fillIn(
      Array.from({ length: 1000 }, () => ({ type: 'list', items })),
      {},
    )
    expect(JSON.stringify(lists).match(/\[/g)?.length).toBeLessThan(410)
  })

  it('survives a tree that contains itself', () => {
    const node = { type: 'strong', content: [] as unknown[] }
    node.content.push(node, node)
    expect(() => fillIn([{ type: 'paragraph', content: [node] }], {})).not.toThrow()
  })
})
