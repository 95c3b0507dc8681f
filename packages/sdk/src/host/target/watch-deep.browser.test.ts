import { afterEach, describe, expect, it, vi } from 'vitest'
import { addFrame, addRoot } from '../../../test/deep-page.ts'
import { fetchDeep } from './find-target.ts'
import { watchDeep } from './watch-deep.ts'

await fetchDeep()

let lifetime = new AbortController()
const errors: string[] = []
addEventListener('error', ({ message }) => errors.push(message))

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  document.body.replaceChildren()
  document.adoptedStyleSheets = []
  errors.length = 0
})

const TARGET = '<p data-firstwin="a" class="a">a</p>'

/** What was said, in order: whether there is one. */
function watch(): boolean[] {
  const said: boolean[] = []
  watchDeep({ id: 'a' }, (element) => void said.push(element !== undefined), lifetime.signal)
  return said
}

const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame)
}

/** Everything that is planned at the beginning has been looked at. */
const settled = (): Promise<void> => frames(12)

/** How a target comes, from a page that is as the first function leaves it. */
const ARRIVALS: readonly [string, () => () => unknown][] = [
  ['is added to the page', () => () => (document.body.innerHTML = TARGET)],
  [
    'is added to a root three deep',
    () => {
      const root = addRoot(addRoot(addRoot(document.body)))
      return () => (root.innerHTML = TARGET)
    },
  ],
  ['is added with its root', () => () => addRoot(document.body, TARGET)],
  [
    'gets a root around it late, in an empty div',
    () => {
      const host = document.body.appendChild(document.createElement('div'))
      return () => (host.attachShadow({ mode: 'open' }).innerHTML = TARGET)
    },
  ],
  [
    'gets a root around it late, in a custom element',
    () => {
      const host = document.body.appendChild(document.createElement('late-element'))
      host.style.display = 'block'
      host.textContent = 'Loading'
      return () => (host.attachShadow({ mode: 'open' }).innerHTML = `<p>Loaded</p>${TARGET}`)
    },
  ],
  [
    'is in an element whose class arrives, which draws nothing else',
    () => {
      const name = `up-${crypto.randomUUID()}`
      document.body.append(document.createElement(name))
      class Upgraded extends HTMLElement {
        constructor() {
          super()
          this.attachShadow({
            mode: 'open',
          }).innerHTML = `<div style="position:fixed">${TARGET}</div>`
        }
      }
      return () => customElements.define(name, Upgraded)
    },
  ],
  [
    'is shown in a root',
    () => {
      const root = addRoot(document.body, TARGET.replace('<p', '<p hidden'))
      return () => root.querySelector('p')?.removeAttribute('hidden')
    },
  ],
  [
    'is shown by a style sheet of its root',
    () => {
      const root = addRoot(document.body, TARGET)
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('.a{display:none}')
      root.adoptedStyleSheets = [sheet]
      return () => (root.adoptedStyleSheets = [])
    },
  ],
  [
    'is shown by a style sheet of the page',
    () => {
      document.body.innerHTML = TARGET
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('.a{display:none}')
      document.adoptedStyleSheets = [sheet]
      return () => (document.adoptedStyleSheets = [])
    },
  ],
  [
    'is added to a frame',
    () => {
      const { body } = addFrame(document.body)
      return () => (body.innerHTML = TARGET)
    },
  ],
  [
    'is shown in a frame by a style sheet',
    () => {
      const inner = addFrame(document.body, `<style>.a{display:none}</style>${TARGET}`)
      return () => inner.querySelector('style')?.sheet?.deleteRule(0)
    },
  ],
  [
    'is in a frame that is shown',
    () => {
      const frame = addFrame(document.body, TARGET).defaultView?.frameElement as HTMLElement
      frame.hidden = true
      return () => (frame.hidden = false)
    },
  ],
  [
    'is in a frame that goes to another page',
    () => {
      const frame = addFrame(document.body).defaultView?.frameElement as HTMLIFrameElement
      return () => (frame.srcdoc = TARGET)
    },
  ],
  [
    'is in a root of a frame of a root',
    () => {
      const { body } = addFrame(addRoot(document.body))
      return () => addRoot(body, TARGET)
    },
  ],
]

describe('watchDeep', () => {
  it.each(ARRIVALS)('notices within 200 ms that a target %s', async (_, prepare) => {
    const act = prepare()
    const said = watch()
    expect(said).toEqual([false])
    await settled()
    act()
    const from = performance.now()
    await vi.waitFor(() => expect(said).toEqual([false, true]), { interval: 4 })
    expect(performance.now() - from).toBeLessThan(200)
    expect(errors).toEqual([])
  })

  it.each<[string, (target: HTMLElement, other: ShadowRoot) => unknown, boolean[]]>([
    ['is removed', (target) => target.remove(), [true, false]],
    ['is hidden', (target) => (target.hidden = true), [true, false]],
    ['loses its name', (target) => target.removeAttribute('data-firstwin'), [true, false]],
    ['is replaced', (target) => target.replaceWith(target.cloneNode(true)), [true, true]],
    [
      'goes with its root',
      (target) => (target.getRootNode() as ShadowRoot).host.remove(),
      [true, false],
    ],
  ])('notices that a target in a root %s', async (_, act, expected) => {
    const root = addRoot(addRoot(document.body), TARGET)
    const said = watch()
    await settled()
    act(root.querySelector('p') as HTMLElement, root)
    await vi.waitFor(() => expect(said).toEqual(expected))
  })

  it('keeps the one that is moved to another root, a frame, and back to the page', async () => {
    const target = addRoot(document.body, TARGET).querySelector('p') as HTMLElement
    const other = addRoot(document.body)
    const { body } = addFrame(document.body)
    const said = watch()
    for (const place of [other, body, document.body]) {
      await settled()
      place.append(target)
    }
    await settled()
    expect(said).toEqual([true])
    target.remove()
    await vi.waitFor(() => expect(said).toEqual([true, false]))
  })

  it('does not stay with a row that shows something else now', async () => {
    document.body.innerHTML =
      '<table><tr><td>Invoice 7</td></tr><tr><td>Invoice 8</td></tr></table>'
    const said: (string | undefined)[] = []
    watchDeep(
      { css: 'tr', text: 'Invoice 7' },
      (row) => void said.push(row?.textContent ?? undefined),
      lifetime.signal,
    )
    const [first, second] = document.querySelectorAll('td')
    if (!first?.firstChild || !second?.firstChild) throw new Error('There are no rows.')
    first.firstChild.nodeValue = 'Invoice 9'
    await vi.waitFor(() => expect(said).toEqual(['Invoice 7', undefined]))
    second.firstChild.nodeValue = 'Invoice 7'
    await vi.waitFor(() => expect(said).toEqual(['Invoice 7', undefined, 'Invoice 7']))
  })

  it('says nothing after its lifetime', async () => {
    const root = addRoot(document.body)
    const said = watch()
    lifetime.abort()
    root.innerHTML = TARGET
    await settled()
    expect(said).toEqual([false])
  })
})
