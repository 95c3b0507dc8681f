import { expect, it } from 'vitest'
import { literal, literals, pairs } from './literal.ts'

it.each([
  ['plain', "'plain'"],
  ["' OR 1=1 --", "'\\' OR 1=1 --'"],
  ["\\' OR 1=1 --", "'\\\\\\' OR 1=1 --'"],
  ['a\0b', "'a\\0b'"],
  ['half \ud83d a pair', "'half \ufffd a pair'"],
])('C19 writes %j as a text that ends where it should', (text, written) => {
  expect(literal(text)).toBe(written)
})

it('writes lists', () => {
  expect(literals(['a', "b'"])).toBe("('a', 'b\\'')")
  expect(pairs([['a', 'b']])).toBe("(('a', 'b'))")
})
