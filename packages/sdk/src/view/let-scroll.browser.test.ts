import { afterEach, beforeEach, expect, it } from 'vitest'
import { letScroll } from './let-scroll.ts'

let panel: HTMLElement
let body: HTMLElement
let end: AbortController

beforeEach(() => {
  end = new AbortController()
  panel = document.body.appendChild(document.createElement('div'))
  body = panel.appendChild(document.createElement('div'))
  body.className = 'body'
  body.style.cssText = 'height:40px;overflow:auto'
  body.append(document.createElement('div'))
  letScroll(panel, end.signal)
})

afterEach(() => {
  end.abort()
  panel.remove()
})

const hasStop = (): boolean => body.hasAttribute('tabindex')

it('gives the keyboard to what scrolls, and takes it back when it does not any more', async () => {
  expect(hasStop()).toBe(false)
  const words = body.firstElementChild as HTMLElement
  words.style.height = '400px'
  await expect.poll(hasStop).toBe(true)
  words.style.height = '10px'
  await expect.poll(hasStop).toBe(false)
  body.style.height = '5px'
  await expect.poll(hasStop).toBe(true)
})

it('does not take the focus away with it', async () => {
  body.style.height = '5px'
  const words = body.firstElementChild as HTMLElement
  words.style.height = '400px'
  await expect.poll(hasStop).toBe(true)
  body.focus()
  words.style.height = '1px'
  body.style.height = '40px'
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(body)
})
