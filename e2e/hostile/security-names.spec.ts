import type { Page } from '@playwright/test'
import { STRICT_HOST } from './a11y-page.ts'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/*
 * Elements of a page that are named like what scripts ask of documents and elements. The test tool
 * stumbles over some of them itself: so what is seen is asked of our own tree alone.
 */

/** Where the filled button of the step called so is, once it is there. */
function nextOf(title: string): { x: number; y: number } | undefined {
  const shadow = Document.prototype.querySelector.call(document, 'firstwin-root')?.shadowRoot
  const panel = shadow?.querySelector('.layer:not([inert]) .panel')
  if (panel?.querySelector('.title')?.textContent !== title) return undefined
  const box = panel.querySelector('.button:not(.quiet)')?.getBoundingClientRect()
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Gives the focus to the filled button: the test tool would look for it through the whole page. */
function focusNext(): void {
  const shadow = Document.prototype.querySelector.call(document, 'firstwin-root')?.shadowRoot
  shadow?.querySelector<HTMLElement>('.layer:not([inert]) .button:not(.quiet)')?.focus()
}

async function expectToWalk(page: Page, host: Host): Promise<void> {
  let last = ''
  const isAtRest = async (): Promise<boolean> => {
    const before = last
    last = JSON.stringify(await page.evaluate(nextOf, 'One')) ?? ''
    return last.length > 4 && last === before
  }
  await expect.poll(isAtRest, { timeout: 6000 }).toBe(true)
  const { x, y } = JSON.parse(last) as { x: number; y: number }
  await page.mouse.click(x, y)
  await expect.poll(() => page.evaluate(nextOf, 'Two'), { timeout: 6000 }).toBeTruthy()
  await page.evaluate(focusNext)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(nextOf, 'Three'), { timeout: 6000 }).toBeTruthy()
  expect((await host.seen()).errors).toEqual([])
}

const withNames = (names: readonly string[], tag: 'img' | 'both'): string => {
  const elements = names.map(
    (name) => `<img name="${name}" alt="">${tag === 'both' ? `<form name="${name}"></form>` : ''}`,
  )
  return `<main><button type="button" data-firstwin="target">Send</button>
    <div hidden>${elements.join('')}</div></main>`
}

test('T14 an image named body, a form named cookie, an image named currentScript', async ({
  host,
  page,
}) => {
  const body = `<main><button type="button" data-firstwin="target">Send</button>
    <form name="cookie"></form><img name="body" alt=""><img name="currentScript" alt="">
    <input name="id"><a id="Firstwin"></a></main>`
  await host.open({ ...STRICT_HOST, body, script: '', tag: 'end' }, { silent: true })
  await expectToWalk(page, host)
})

const OF_DOCUMENT = {
  'what it holds': ['documentElement', 'head', 'forms', 'scripts', 'children', 'firstChild'],
  'how it is asked': [
    'querySelector',
    'querySelectorAll',
    'getElementById',
    'elementFromPoint',
    'elementsFromPoint',
    'getAnimations',
    'contains',
    'getRootNode',
    'hasFocus',
  ],
  'how it is heard': ['addEventListener', 'removeEventListener', 'dispatchEvent'],
  'how things are made': ['createElement', 'createElementNS', 'createTextNode', 'append'],
  'how it stands': [
    'activeElement',
    'visibilityState',
    'hidden',
    'readyState',
    'fullscreenElement',
    'fonts',
    'adoptedStyleSheets',
    'styleSheets',
    'title',
    'referrer',
    'dir',
    'location',
    'defaultView',
    'parentNode',
    'nodeType',
    'ownerDocument',
    'scrollingElement',
    'compatMode',
  ],
} as const

for (const [what, names] of Object.entries(OF_DOCUMENT)) {
  test(`T14 images named like parts of the document: ${what}`, async ({ host, page }) => {
    const body = withNames(names, 'img')
    await host.open({ ...STRICT_HOST, body, script: '' }, { silent: true })
    await expectToWalk(page, host)
  })
}

test('T14 two elements of each such name', async ({ host, page }) => {
  const body = withNames(['body', 'activeElement', 'fullscreenElement', 'head', 'forms'], 'both')
  await host.open({ ...STRICT_HOST, body, script: '' }, { silent: true })
  await expectToWalk(page, host)
})

const OF_ELEMENT = {
  'what it is': ['id', 'nodeName', 'localName', 'nodeType', 'textContent', 'hidden', 'isConnected'],
  'how it is asked': [
    'matches',
    'getAttribute',
    'closest',
    'contains',
    'getRootNode',
    'querySelectorAll',
    'checkVisibility',
    'getBoundingClientRect',
    'shadowRoot',
    'style',
    'ownerDocument',
  ],
  'what is around it': ['parentNode', 'parentElement', 'assignedSlot', 'children', 'firstChild'],
  'what it does': ['focus', 'addEventListener', 'scrollIntoView', 'scrollTop', 'clientWidth'],
} as const

for (const [what, names] of Object.entries(OF_ELEMENT)) {
  test(`T14 fields named like parts of their form: ${what}`, async ({ host, page }) => {
    test.setTimeout(15_000)
    const fields = names.map((name) => `<input name="${name}">`).join('')
    const body = `<main><form>${fields}<button type="button" data-firstwin="target">Send</button>
      </form></main>`
    await host.open({ ...STRICT_HOST, body, script: '' }, { silent: true })
    await expectToWalk(page, host)
  })
}

test('T14 an element named firstwin is not taken for a set-up', async ({ host, page }) => {
  const body = `<a id="firstwin" href="javascript:XSS=1" data-journey="/evil"></a>
    <form id="q" name="firstwin"><input name="q"><input name="version" value="1"></form>
    <main><button data-firstwin="target">Send</button></main>`
  const script = `const tag = document.createElement('script')
    tag.src = '/firstwin/firstwin.js'
    tag.dataset.journey = location.pathname + '/journey.json'
    document.head.append(tag)`
  await host.open({ tag: 'none', body, script, journey: tour() }, { silent: true })
  await host.seeStep('One')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'firstwin') instanceof Node)).toBe(false)
  expect((await host.seen()).errors).toEqual([])
})
