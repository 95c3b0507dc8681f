import type { Journey } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { STRICT_HOST } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { everything } from './everything.ts'
import { PAYLOADS } from './payloads.ts'
import { expect, test, type Host } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Whatever stands in a journey, it is words. */

/** Trusted Types with no policy at all: whatever takes text for markup is refused, and reported. */
const POLICY = {
  'Content-Security-Policy':
    "script-src 'nonce-{nonce}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types 'none'",
}

/** Each string that is shown becomes one in each language: a payload is a language of its own. */
function withPayloads(journey: Journey): Journey {
  const isShown = (key: string): boolean => /^(title|body|label|hint|ask|role|help)$/.test(key)
  const toWords = (words: string): Record<string, string> => ({
    en: words.replaceAll('**', ''),
    ...Object.fromEntries(PAYLOADS.map((payload, index) => [`en-payld${index}`, payload])),
  })
  return JSON.parse(
    JSON.stringify(journey, (key, value: unknown) =>
      typeof value === 'string' && isShown(key) ? toWords(value) : value,
    ),
  ) as Journey
}

interface Trial {
  locale: string
  payload: string
}

/** Shows the open panel in each language in turn. Returns what is wrong, a line each. */
async function tryAll(trials: readonly Trial[]): Promise<string[]> {
  const { firstwin, seen } = globalThis as unknown as {
    firstwin: { setLocale: (locale: string) => void }
    seen: { errors: string[]; refusals: string[] }
  }
  const fold = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
  const shadow = document.querySelector('firstwin-root')?.shadowRoot
  const panelOf = () => shadow?.querySelector('.layer:not([inert]) .panel')
  const tagsOf = (panel: Element | null | undefined): string =>
    [...(panel?.querySelectorAll('*') ?? [])].map(({ localName }) => localName).join(' ')
  const moment = () => new Promise((resolve) => setTimeout(resolve))
  const isThere = (payload: string): boolean =>
    fold(panelOf()?.textContent ?? '').includes(fold(payload))
  const plain = tagsOf(panelOf())
  const wrong: string[] = []
  for (const { locale, payload } of trials) {
    firstwin.setLocale(locale)
    // Until our own words for that language have come.
    for (let i = 0; i < 100 && !isThere(payload); i += 1) await moment()
    const panel = panelOf()
    if (!isThere(payload)) wrong.push(`not verbatim: ${payload}`)
    if (tagsOf(panel) !== plain) wrong.push(`other elements: ${payload}: ${tagsOf(panel)}`)
  }
  if ('XSS' in globalThis) wrong.push('a payload ran')
  return [...wrong, ...seen.errors, ...seen.refusals]
}

const TRIALS: readonly Trial[] = PAYLOADS.map((payload, index) => ({
  locale: `en-payld${index}`,
  payload,
}))

for (const kind of KINDS) {
  test(`T1 sixty texts that are scripts elsewhere are words in the ${kind}`, async ({
    host,
    page,
  }) => {
    const journey = withPayloads(everything())
    await host.open(
      { ...STRICT_HOST, journey, headers: POLICY, init: "{ locale: 'en' }" },
      { silent: true },
    )
    await createDesk(page).show(kind)
    expect(await page.evaluate(tryAll, TRIALS)).toEqual([])
  })
}

/** Trees that a compiler never makes. */
const TREES: readonly unknown[] = [
  [{ type: 'script', content: [{ type: 'text', text: 'XSS=1' }] }],
  [{ type: 'paragraph', content: [{ type: 'iframe', src: 'javascript:XSS=1', content: [] }] }],
  [{ type: 'heading', attrs: { level: '1><img src=x onerror=XSS=1>' }, content: [] }],
  [{ type: 'list', ordered: 'x', items: [[{ type: 'text', text: '<b>' }]] }],
  [{ type: 'list', items: null }],
  [{ type: 'paragraph' }],
  [{ type: 'paragraph', content: 'text' }],
  [{ type: 'paragraph', content: [null, 1, 'x', [], {}] }],
  [null],
  [[]],
  [{}],
  {},
  [{ type: '__proto__', content: [] }],
  [{ type: 'constructor', content: [] }],
  [{ type: 'paragraph', content: [{ type: 'link', href: { toString: 'x' }, content: [] }] }],
  [{ type: 'paragraph', content: [{ type: 'link', href: 'javascript:XSS=1', content: [] }] }],
  [{ type: 'paragraph', content: [{ type: 'text', text: { evil: 1 } }] }],
  [{ type: 'paragraph', content: [{ type: 'trait', trait: '__proto__', fallback: {} }] }],
  [{ type: 'paragraph', content: deep(2000) }],
  [{ type: 'paragraph', content: Array.from({ length: 5000 }, () => ({ type: 'break' })) }],
]

function deep(levels: number): unknown[] {
  let content: unknown[] = [{ type: 'text', text: 'deep' }]
  for (let level = 0; level < levels; level += 1) content = [{ type: 'strong', content }]
  return content
}

const ALLOWED = 'dialog div h2 p ul ol li strong em code a br small span button svg path i output'

/** One that nothing is wrong with. */
const FINE = { id: 'fine', title: 'F', steps: [{ id: 'x', title: 'Fine', body: 'All is well.' }] }

/** Shows the guides one after the other, and after each of them `FINE`. Returns what must not be. */
async function showAll({ ids, allowed }: { ids: readonly string[]; allowed: string }) {
  const { firstwin } = globalThis as unknown as { firstwin: { start: (id: string) => void } }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const shadowOf = () => document.querySelector('firstwin-root')?.shadowRoot
  const isFine = (): boolean =>
    shadowOf()?.querySelector('.layer:not([inert]) .title')?.textContent === 'Fine'
  const wrong: string[] = []
  for (const id of ids) {
    firstwin.start(id)
    await frame()
    await frame()
    for (const { localName } of shadowOf()?.querySelectorAll('.layer *') ?? []) {
      if (!allowed.split(' ').includes(localName)) wrong.push(`${id}: ${localName}`)
    }
    firstwin.start('fine')
    for (let i = 0; i < 60 && !isFine(); i += 1) await frame()
    if (!isFine()) wrong.push(`${id}: what is right is not shown after it`)
  }
  if ('XSS' in globalThis) wrong.push('a tree ran')
  return wrong
}

async function expectHarmless(page: Page, ids: readonly string[]): Promise<void> {
  expect(await page.evaluate(showAll, { ids, allowed: ALLOWED })).toEqual([])
  const { errors, refusals } = await page.evaluate(() => globalThis.seen)
  expect([...errors, ...refusals]).toEqual([])
}

/** The ids of the guides that were shown, `FINE` aside. */
async function idsOfShown(host: Host): Promise<string[]> {
  const { reports } = await host.seen()
  const ids = reports
    .filter(({ name }) => name === 'step_viewed')
    .map(({ properties }) => String(properties['guide']))
  return ids.filter((id) => id !== 'fine')
}

for (const isCompiled of [false, true]) {
  test(`T2 trees that are none are drawn as little as they are, ${isCompiled ? 'compiled' : 'raw'}`, async ({
    host,
    page,
  }) => {
    const guides = TREES.flatMap((tree, index) => [
      { id: `b${index}`, title: 'B', steps: [{ id: 'x', title: 'Body', body: tree }] },
      { id: `t${index}`, title: 'T', steps: [{ id: 'x', title: tree, body: 'Title' }] },
    ])
    const compiled = isCompiled ? { compiled: 1, hash: 'x', windowed: {} } : {}
    const journey = {
      ...everything(),
      ...compiled,
      guides: [...guides, FINE],
    } as unknown as Journey
    await host.open({ ...STRICT_HOST, journey, headers: POLICY }, { silent: true })
    await expectHarmless(
      page,
      guides.map(({ id }) => id),
    )
    // What is a tree in part, or a text, is shown as far as it goes.
    expect((await idsOfShown(host)).length).toBeGreaterThan(0)
    // What comes after is shown as ever.
    await createDesk(page).show('news')
  })
}

/** What preact before 10.28.2 took for an element of its own. */
const ELEMENT = {
  type: 'p',
  props: { dangerouslySetInnerHTML: { __html: '<img src=x onerror=XSS=1>' } },
  constructor: null,
  __v: 1,
  __k: null,
  key: null,
  ref: null,
}

test('T3 what looks like an element of the renderer is not one', async ({ host, page }) => {
  const evil = JSON.parse(
    JSON.stringify(everything(), (key, value: unknown) =>
      /^(title|body|label|hint|ask|role|name|minutes|value)$/.test(key) ? ELEMENT : value,
    ),
  ) as Journey
  const guides = ['title', 'body'].flatMap((key) => [
    { id: `whole-${key}`, title: 'G', steps: [{ ...toStep('x', undefined), [key]: ELEMENT }] },
    { id: `list-${key}`, title: 'G', steps: [{ ...toStep('x', undefined), [key]: [ELEMENT] }] },
    {
      id: `leaf-${key}`,
      title: 'G',
      steps: [
        {
          ...toStep('x', undefined),
          [key]: [{ type: 'paragraph', content: [{ type: 'text', text: ELEMENT }] }],
        },
      ],
    },
  ])
  const journey = { ...evil, guides: [...guides, FINE] } as unknown as Journey
  await host.open({ ...STRICT_HOST, journey, headers: POLICY }, { silent: true })
  await expectHarmless(
    page,
    guides.map(({ id }) => id),
  )
  await expect(page.locator('.layer img')).toHaveCount(0)
})

test('T3 a trait that looks like an element is not one', async ({ host, page }) => {
  const steps = [toStep('One', undefined, { body: 'Hello {{trait.name|there}}!' })]
  await host.open({ ...STRICT_HOST, journey: tour({ steps }), headers: POLICY })
  await createDesk(page).call('identify', 'mio', { name: ELEMENT })
  await expect(host.panel('One')).toContainText('Hello there!')
  await createDesk(page).call('identify', 'mio', { name: '<img src=x onerror=XSS=1>' })
  await expect(host.panel('One')).toContainText('Hello <img src=x onerror=XSS=1>!')
  await expect(page.locator('.layer img')).toHaveCount(0)
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})
