import type { Target } from '@firstwin/schema'
import { afterEach, describe, expect, it } from 'vitest'
import { addFrame, addRoot } from '../../../test/deep-page.ts'
import { fetchDeep, findTarget } from './find-target.ts'
import { whyMissing } from './why-missing.ts'

await fetchDeep()

afterEach(() => document.body.replaceChildren())

/** The `data-is` of what is found. */
function found(target: Target): string | null | undefined {
  return findTarget(target)?.getAttribute('data-is')
}

const BUTTON = '<button data-firstwin="a" class="a" data-is="x">Send it</button>'

/** Named by the place that the button is in: how it gets there. */
const PLACES: readonly [string, () => unknown][] = [
  ['the page', () => (document.body.innerHTML = BUTTON)],
  ['an open shadow root', () => addRoot(document.body, BUTTON)],
  ['three roots deep', () => addRoot(addRoot(addRoot(document.body)), BUTTON)],
  [
    'a slot',
    () => {
      addRoot(document.body, '<p><slot></slot></p>').host.innerHTML = BUTTON
    },
  ],
  ['a frame', () => addFrame(document.body, BUTTON)],
  ['a frame in a frame', () => addFrame(addFrame(document.body).body, BUTTON)],
  ['a root in a frame', () => addRoot(addFrame(document.body).body, BUTTON)],
  ['a frame in a root', () => addFrame(addRoot(document.body), BUTTON)],
]

describe.each(PLACES)('a target in %s', (_, build) => {
  it.each([
    { id: 'a' },
    { css: '.a' },
    { css: 'button', text: 'SEND' },
    { role: 'button', name: 'send it' },
    { css: 'button', nth: 0 },
  ])('is found by %j', (target) => {
    build()
    expect(found(target)).toBe('x')
  })

  it('is not found by another text, name or number', () => {
    build()
    expect(found({ css: 'button', text: 'sen' })).toBeUndefined()
    expect(found({ role: 'button', name: 'send' })).toBeUndefined()
    expect(found({ css: 'button', nth: 1 })).toBeUndefined()
  })
})

describe('findTarget', () => {
  it('takes the visible one of the page before those in roots and frames', () => {
    addRoot(document.body, BUTTON)
    document.body.insertAdjacentHTML('beforeend', '<i class="a" data-is="page">a</i>')
    expect(found({ css: '.a' })).toBe('page')
    expect(found({ css: '.a', nth: 1 })).toBe('x')
  })

  it('takes the visible one in a root before the hidden one of the page', () => {
    document.body.innerHTML = '<i class="a" hidden data-is="page">a</i>'
    addRoot(document.body, BUTTON)
    expect(found({ css: '.a' })).toBe('x')
  })

  it('never takes what is ours', () => {
    const ours = document.createElement('firstwin-root')
    document.body.append(ours)
    ours.attachShadow({ mode: 'open' }).innerHTML = BUTTON
    expect(found({ css: '.a' })).toBeUndefined()
  })

  it.each([
    { css: 'my-app >>> my-form >>> .a' },
    { css: '.a', within: { shadow: 'my-app >>> my-form' } },
    { css: 'my-form >>> .a', within: { shadow: 'my-app' } },
    { id: 'a', within: { shadow: 'my-form' } },
    { role: 'button', within: { shadow: 'my-app' } },
  ])('goes the way that %j names, and no other', (target) => {
    addRoot(addRoot(document.body, '', 'other-app'), BUTTON.replace('"x"', '"other"'), 'my-form')
    addRoot(addRoot(document.body, '', 'my-app'), BUTTON, 'my-form')
    const isVague = 'within' in target && target.within.shadow === 'my-form'
    expect(found(target)).toBe(isVague ? 'other' : 'x')
  })

  it('looks in the named frame, and in the named root of it', () => {
    document.body.innerHTML = BUTTON.replace('"x"', '"page"')
    const frame = addFrame(document.body, '<i class="a" data-is="frame">a</i>')
    addRoot(frame.body, '<i class="a" data-is="root">a</i>', 'my-app')
    expect(found({ css: '.a', within: { frame: 'iframe' } })).toBe('frame')
    expect(found({ css: '.a', within: { frame: 'iframe', shadow: 'my-app' } })).toBe('root')
    expect(found({ css: '.a', within: { frame: 'iframe.no' } })).toBeUndefined()
  })

  it('reads names and labels of a frame', () => {
    addFrame(
      document.body,
      `<b id="l">To</b><input aria-labelledby="l" data-is="to"><label for="c">Yes</label><input
      id="c" type="checkbox" data-is="yes"><a href="/" data-is="re">Re<b>port</b></a>`,
    )
    expect(found({ role: 'textbox', name: 'To' })).toBe('to')
    expect(found({ role: 'checkbox', name: 'Yes' })).toBe('yes')
    expect(found({ role: 'link', name: 'Report' })).toBe('re')
  })

  it('does not find what is in a hidden frame', () => {
    const { defaultView } = addFrame(document.body, BUTTON)
    defaultView?.frameElement?.setAttribute('hidden', '')
    expect(found({ id: 'a' })).toBeUndefined()
    expect(whyMissing({ id: 'a' })).toBe('hidden')
  })

  it('is not led astray by elements that are named as members', () => {
    document.body.innerHTML = `<form><input name="shadowRoot"><input name="contentDocument"><input
      name="labels"><input name="parentNode"><p>${BUTTON}</p></form><img name="nodeType">`
    expect(found({ role: 'button', name: 'Send it' })).toBe('x')
    expect(found({ css: '.b' })).toBeUndefined()
  })
})

/** What is drawn, and what only takes part in the page. */
describe('what counts as visible', () => {
  it.each([
    ['a table row', '<table><tr class="a"><td>a</td></tr></table>', true],
    ['a shape', '<svg width="9" height="9"><rect class="a" width="5" height="5"/></svg>', true],
    ['opacity 0', '<input class="a" style="opacity:0">', true],
    ['content-visibility: auto', '<p style="content-visibility:auto"><b class="a">a</b></p>', true],
    ['pointer-events: none', '<b class="a" style="pointer-events:none">a</b>', true],
    ['display: contents', '<p class="a" style="display:contents">a</p>', false],
    ['no size', '<p class="a"></p>', false],
    ['visibility: hidden', '<b class="a" style="visibility:hidden">a</b>', false],
    ['content-visibility', '<p style="content-visibility:hidden"><b class="a">a</b></p>', false],
    ['closed details', '<details><summary>s</summary><b class="a">a</b></details>', false],
    ['until-found', '<p hidden="until-found"><b class="a">a</b></p>', false],
    ['a closed dialog', '<dialog><b class="a">a</b></dialog>', false],
    ['no slot', '<div id="host"><b class="a">a</b></div>', false],
  ])('%s', (_, html, isVisible) => {
    document.body.innerHTML = html
    document.querySelector('#host')?.attachShadow({ mode: 'open' })
    expect(findTarget({ css: '.a' }) !== undefined).toBe(isVisible)
    expect(whyMissing({ css: '.a' })).toBe(isVisible ? 'covered' : 'hidden')
  })
})

describe('the text of a target', () => {
  it.each([
    ['Weekend', true],
    ['weekend  SALE', true],
    ['sale', true],
    ['week', false],
    ['4', false],
    ['週末', true],
    ['secret', false],
    ['token', false],
    ['typed', false],
    ['hush', false],
  ])('%s: %s', (text, isFound) => {
    document.body.innerHTML = `<section class="a">Weekend <b>sale</b> 42 週末セール
      <script>"secret"</script><style>.token{}</style><textarea>typed</textarea><i hidden>hush</i>
      </section>`
    expect(findTarget({ css: '.a', text }) !== undefined).toBe(isFound)
  })
})

describe('why a target is missing', () => {
  it.each<[Target, string]>([
    [{ id: 'a' }, 'not-found'],
    [{ css: '[value^=a]' }, 'refused'],
    [{ css: 'p[' }, 'refused'],
    [{ css: 'my-app >>> ' }, 'refused'],
    [{ id: 'a', within: { shadow: ':has(b)' } }, 'refused'],
    [{ id: 'a', within: { frame: 'p[' } }, 'refused'],
    [{ css: 'closed-app >>> b' }, 'unreachable'],
    [{ id: 'a', within: { shadow: 'closed-app' } }, 'unreachable'],
    [{ id: 'a', within: { frame: 'iframe' } }, 'unreachable'],
    [{ id: 'a', within: { frame: '.none' } }, 'not-found'],
  ])('%j: %s', (target, reason) => {
    const closed = document.createElement('closed-app')
    closed.attachShadow({ mode: 'closed' }).innerHTML = BUTTON
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', '')
    frame.srcdoc = BUTTON
    document.body.append(closed, frame)
    expect(findTarget(target)).toBeUndefined()
    expect(whyMissing(target)).toBe(reason)
  })
})
