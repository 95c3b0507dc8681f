import { expect, it } from 'vitest'
import { ownerOf } from './owner.ts'

it('is never ourselves, nor in us, where we are what fills the screen', () => {
  const home = document.documentElement
  const host = document.body.appendChild(document.createElement('div'))
  // Stand for what is full screen, which no test can ask for.
  const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('dialog'))
  inner.showModal()
  const own = document.body.appendChild(document.createElement('dialog'))
  own.showModal()
  expect(ownerOf({ target: undefined, host, home, hint: inner })).toBe(own)
  expect(ownerOf({ target: undefined, host: own, home, hint: inner })).not.toBe(own)
  own.remove()
  expect(ownerOf({ target: undefined, host, home, hint: inner })).toBe(home)
  host.remove()
})
