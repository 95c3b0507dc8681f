import * as fc from 'fast-check'
import { render } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { openView } from '../gallery/open-view.ts'
import { PAYLOADS } from '../gallery/payloads.ts'
import { createScenes } from '../gallery/scenes.ts'
import { withTexts } from '../gallery/text-slots.ts'
import { Line, RichText } from './rich-text.tsx'
import { createSay } from './say.ts'

const view = openView()
const scenes = createScenes(() => undefined)
const names = Object.keys(scenes) as (keyof typeof scenes)[]
const violations: Event[] = []
window.addEventListener('securitypolicyviolation', (event) => violations.push(event))

afterEach(() => {
  view.show(undefined)
  if ('XSS' in window || violations.length > 0) throw new Error('Something of a text has run.')
})

/** Shows it, and says what stands in the panel. */
async function panelOf(item: (typeof scenes)[keyof typeof scenes]): Promise<Element> {
  view.show(undefined)
  for (const old of view.shadow().querySelectorAll('.layer')) old.remove()
  view.show(item)
  await expect.poll(() => view.shadow().querySelector('.panel')).not.toBeNull()
  return view.shadow().querySelector('.layer') as Element
}

const elementsIn = (root: Element): string[] =>
  [...root.querySelectorAll('*')].map(({ tagName }) => tagName)

describe('a text of the journey', () => {
  it('has enough to withstand', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(60)
  })

  it.each(names)('is shown as typed in each place of %s, and becomes no element', async (name) => {
    view.show(scenes[name])
    const harmless = elementsIn(await panelOf(withTexts(scenes[name], () => 'x') as never))
    for (let first = 0; first < PAYLOADS.length; first += 11) {
      const words = PAYLOADS.slice(first, first + 11).join(' ')
      const panel = await panelOf(withTexts(scenes[name], (slot) => `${slot}# ${words}`) as never)
      const labels = [...panel.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel)
      const said = [panel.textContent, ...labels].join('\n')
      const shown = said.match(/\d+# /g) ?? []
      expect(shown.length).toBeGreaterThan(0)
      for (const mark of shown) expect(said).toContain(mark + words)
      expect(elementsIn(panel)).toEqual(harmless)
    }
  })
})

/** What a compiled journey may hold where a text should be. */
const IMPOSTORS: readonly unknown[] = [
  { type: 'img', props: { src: 'x', onerror: 'XSS=1' }, key: null, ref: null, constructor: null },
  { type: 'p', props: { dangerouslySetInnerHTML: { __html: '<img src=x>' } }, __v: 1, __k: null },
  [{ type: 'div', props: { dangerouslySetInnerHTML: { __html: '<img src=x>' } } }],
  [{ type: 'paragraph', content: [{ type: 'script', text: 'XSS=1', content: [] }] }],
  [{ type: 'paragraph', content: [{ type: 'text', text: { type: 'img', props: {} } }] }],
  { en: { type: 'img', props: {}, constructor: null } },
  JSON.parse('{"__proto__":{"polluted":1},"en":[{"type":"paragraph","content":[]}]}'),
  { toString: 1, valueOf: 1 },
  [[[[]]]],
  0,
  true,
  null,
]

describe('what is no text', () => {
  it.each(names)('is left out in each place of %s', async (name) => {
    const harmless = new Set(elementsIn(await panelOf(withTexts(scenes[name], () => 'x') as never)))
    for (const impostor of IMPOSTORS) {
      const panel = await panelOf(withTexts(scenes[name], () => impostor) as never)
      for (const tag of elementsIn(panel)) expect(harmless).toContain(tag)
    }
    expect({}).not.toHaveProperty('polluted')
  })
})

const ALLOWED = new Set(['P', 'UL', 'OL', 'LI', 'STRONG', 'EM', 'CODE', 'A', 'BR', 'SPAN', 'SMALL'])
/** What any other element counts as. */
const SAFE = { protocol: 'https:', target: '', rel: '' }
const ATTRIBUTES = new Set(['href', 'target', 'rel'])

const hrefs = fc.oneof(
  fc.constantFrom(
    'https://example.com/a',
    '/a',
    'mailto:a@example.com',
    'javascript:XSS=1',
    'java\tscript:XSS=1',
    'data:text/html,x',
    '//evil.example',
    'https://a@evil.example',
  ),
  fc.string(),
  fc.webUrl(),
)
const anything = fc.anything({ maxDepth: 1, maxKeys: 3, withNullPrototype: true })
const KNOWN = ['paragraph', 'list', 'text', 'break', 'strong', 'em', 'code', 'link', 'trait']
const UNKNOWN = ['script', 'img', 'iframe', '__proto__', 'constructor', 'toString']
const types = fc.constantFrom(...KNOWN, ...UNKNOWN)
const { tree: trees } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    anything,
    tie('node'),
    fc.array(tie('node'), { maxLength: 3 }),
  ),
  node: fc.record(
    {
      type: types,
      text: fc.oneof(fc.string(), anything),
      content: tie('tree'),
      items: fc.oneof(tie('tree'), fc.array(tie('tree'), { maxLength: 2 })),
      ordered: anything,
      href: hrefs,
      trait: fc.oneof(fc.constantFrom('name', '__proto__', 'constructor'), anything),
      fallback: anything,
      props: anything,
      constructor: fc.constantFrom(null, undefined),
      dangerouslySetInnerHTML: fc.record({ __html: fc.constant('<img src=x onerror=XSS=1>') }),
    },
    { requiredKeys: ['type'] },
  ),
}))

const say = createSay({ locale: 'en', fallbackLocale: 'en', traits: { name: '<b>Hana</b>' } })
const place = document.createElement('div')
const drawn = new Set<string>()

/** Draws it as a text and as a title, and looks at every element that came of it. */
function draw(tree: unknown): void {
  const text = say.rich(tree as never)
  render(
    <>
      <RichText text={text} follow={() => {}} />
      <Line text={text} follow={() => {}} />
    </>,
    place,
  )
  const elements = [...place.querySelectorAll('*')]
  expect(elements.length).toBeLessThanOrEqual(450)
  for (const element of elements) {
    drawn.add(element.tagName)
    if (!ALLOWED.has(element.tagName)) throw new Error(`It has drawn a ${element.tagName}.`)
    for (const name of element.getAttributeNames()) {
      if (!ATTRIBUTES.has(name)) throw new Error(`It has set ${name}.`)
    }
    const { protocol, target, rel } = element instanceof HTMLAnchorElement ? element : SAFE
    expect(protocol).toMatch(/^(?:https?|mailto|tel):$/)
    expect(rel).toBe(target && 'noopener noreferrer')
  }
}

describe('ten thousand trees', () => {
  afterEach(() => render(null, place))

  it('are drawn without throwing, out of the allowed elements alone', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.oneof(trees, fc.array(trees, { maxLength: 4 })), draw), {
      numRuns: 1000,
    })
  })

  it('are drawn when they are huge, deep or hold themselves', () => {
    let deep: unknown = [{ type: 'text', text: 'x' }]
    for (let level = 0; level < 10_000; level += 1) deep = [{ type: 'strong', content: deep }]
    const self = { type: 'em', content: [] as unknown[] }
    self.content.push(self, self)
    const wide = Array.from({ length: 100_000 }, () => ({ type: 'text', text: 'x'.repeat(99) }))
    const items = Array.from({ length: 1000 }, () => [{ type: 'break' }])
    const lists = Array.from({ length: 1000 }, () => ({ type: 'list', items }))
    for (const content of [deep, [self], wide]) draw([{ type: 'paragraph', content }])
    draw(lists)
    expect(place.querySelectorAll('li').length).toBeLessThanOrEqual(200)
  })
})
