import { afterEach, describe, expect, it, vi } from 'vitest'
import { addFrame, addRoot } from '../../../test/deep-page.ts'
import { isMiddleClear } from './is-middle-clear.ts'
import { isCovered } from './is-covered.ts'
import { tellWhenFree } from './tell-when-free.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  document.body.replaceChildren()
  scrollTo(0, 0)
})

const AT = 'position:absolute;left:50px;top:50px;width:100px;height:40px;'
const TARGET = `<button style="${AT}" id="target">Go</button>`
const OVER = 'position:absolute;left:40px;top:40px;width:200px;height:100px;'

function show(html: string): Element {
  document.body.innerHTML = `${TARGET}${html}`
  return document.querySelector('#target') as Element
}

describe('isCovered', () => {
  it.each([
    ['nothing', '', false],
    ['a card', `<div style="${OVER}background:#fff"></div>`, true],
    [
      'a word in a card',
      `<div style="${OVER}background:#fff"><p>Loading, a moment</p></div>`,
      true,
    ],
    ['a picture', `<div style="${OVER}background:url(data:,)"></div>`, true],
    ['a film', `<video style="${OVER}"></video>`, true],
    ['a gradient', `<div style="${OVER}background:linear-gradient(red,blue)"></div>`, true],
    ['nearly all of a colour', `<div style="${OVER}background:rgb(0 0 0/92%)"></div>`, true],
    ['a veil', `<div style="${OVER}background:rgba(0,0,0,.5)"></div>`, false],
    ['a veil in oklch', `<div style="${OVER}background:oklch(.5 .1 20 / .5)"></div>`, false],
    ['a shade', `<div style="${OVER}background:linear-gradient(transparent,#000)"></div>`, false],
    ['nothing painted', `<div style="${OVER}"></div>`, false],
    ['a pale card', `<div style="${OVER}background:#fff;opacity:.5"></div>`, false],
    [
      'a card in a pale box',
      `<p style="opacity:.5"><b style="${OVER}background:red"></b></p>`,
      false,
    ],
    ['a card over half of it', `<div style="${AT}width:60px;background:#fff"></div>`, false],
    ['its own label', `<label for="target" style="${OVER}background:#fff">Go</label>`, false],
    ['all of the viewport', '<div style="position:fixed;inset:0;background:#fff"></div>', false],
    [
      'what lets clicks through',
      `<div style="${OVER}background:red;pointer-events:none"></div>`,
      false,
    ],
    ['ours', `<firstwin-root style="display:block;${OVER}background:red"></firstwin-root>`, false],
    [
      'ours on a card',
      `<div style="${OVER}background:red"></div>
      <firstwin-root style="display:block;${OVER}"></firstwin-root>`,
      true,
    ],
  ])('%s', (_, html, isOver) => {
    const target = show(html)
    expect(isCovered(target)).toBe(isOver)
    // The quick look may doubt what is clear, but never miss what is covered.
    expect(isOver && isMiddleClear(target)).toBe(false)
  })

  it('goes by what is drawn in shadow roots', () => {
    const target = show('')
    const root = addRoot(document.body, `<div style="${OVER}background:#fff"></div>`)
    expect(isCovered(target)).toBe(true)
    root.replaceChildren()
    expect(isCovered(target)).toBe(false)
  })

  it('knows what holds a target that is in a root, or in a slot', () => {
    document.body.innerHTML = ''
    const root = addRoot(
      document.body,
      `<div style="${OVER}background:red">${TARGET}<slot></slot></div>`,
    )
    expect(isCovered(root.querySelector('#target') as Element)).toBe(false)
    root.host.innerHTML = '<b>slotted</b>'
    expect(isCovered(root.host.firstElementChild as Element)).toBe(false)
  })

  it('looks at what is over a frame, which may be scaled, and over what is in it', () => {
    const inner = addFrame(document.body, TARGET)
    const frame = inner.defaultView?.frameElement as HTMLElement
    frame.style.cssText =
      'position:absolute;left:100px;top:60px;transform:scale(.5);transform-origin:0 0'
    const target = inner.querySelector('#target') as Element
    expect(isCovered(target)).toBe(false)
    const cover = document.createElement('div')
    cover.style.cssText =
      'position:absolute;left:120px;top:80px;width:60px;height:30px;background:red'
    document.body.append(cover)
    expect(isCovered(target)).toBe(true)
    cover.remove()
    inner.body.insertAdjacentHTML('beforeend', `<div style="${OVER}background:#fff"></div>`)
    expect(isCovered(target)).toBe(true)
  })

  it('says no outside the viewport, and under bars that the page scrolls under', () => {
    const target = show(`<div style="height:5000px"></div>
      <header style="position:fixed;top:0;left:0;right:0;height:100px;background:red"></header>`)
    expect(isCovered(target)).toBe(false)
    scrollTo(0, 1000)
    expect(isCovered(target)).toBe(false)
    document.querySelector('div')?.remove()
    expect(isCovered(target)).toBe(true)
  })
})

describe('tellWhenFree', () => {
  it.each<[string, (cover: HTMLElement, root: ShadowRoot) => unknown]>([
    ['is taken away', (cover) => cover.remove()],
    ['is hidden', (cover) => (cover.hidden = true)],
    ['becomes clear', (cover) => (cover.style.background = 'none')],
    ['is moved', (cover) => cover.style.setProperty('left', '400px')],
    ['fades', (cover) => cover.animate({ opacity: 0 }, { duration: 60, fill: 'forwards' })],
  ])('calls once when what lies over it %s', async (name, act) => {
    const target = show('')
    const root = addRoot(document.body, `<div style="${OVER}background:#fff"></div>`)
    const cover = root.querySelector('div') as HTMLElement
    const onFree = vi.fn<() => void>()
    tellWhenFree(target, onFree, lifetime.signal)
    // An animation of the host that scripts start has no event of its own; what follows has.
    if (name === 'fades') void (act(cover, root) as Animation).finished.then(() => cover.remove())
    else act(cover, root)
    await vi.waitFor(() => expect(onFree).toHaveBeenCalledOnce())
    document.body.append('later')
    await new Promise(requestAnimationFrame)
    expect(onFree).toHaveBeenCalledOnce()
  })

  it('calls when the target has left, and not after its lifetime', async () => {
    const target = show(`<div style="${OVER}background:#fff"></div>`)
    const [onFree, never] = [vi.fn<() => void>(), vi.fn<() => void>()]
    tellWhenFree(target, onFree, lifetime.signal)
    const ended = new AbortController()
    tellWhenFree(target, never, ended.signal)
    ended.abort()
    target.remove()
    await vi.waitFor(() => expect(onFree).toHaveBeenCalledOnce())
    expect(never).not.toHaveBeenCalled()
  })
})
