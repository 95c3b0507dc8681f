import type { Journey } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { a11yPage, STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything, PARTS } from './everything.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Values that are looked at before they are used: themes, keys, selectors, routes. */

const COLOURS = [
  'red;} *{display:none}',
  'red; background: url(/leak-1)',
  'url(/leak-2)',
  'url("//evil.example/leak")',
  'var(--host-secret)',
  'var(--x, url(/leak-3))',
  'env(safe-area-inset-top)',
  'image-set("/leak-4" 1x)',
  'attr(data-secret)',
  'attr(data-secret type(<color>))',
  'expression(XSS=1)',
  '@import "/leak-5"',
  'paint(x)',
  'element(#secret)',
  'cross-fade(url(/leak-6), red)',
  'linear-gradient(red, url(/leak-7))',
  'color-mix(in srgb, var(--host-secret), red)',
  'rgb(var(--host-secret))',
  'inherit',
  'initial',
  'currentcolor',
  'transparent',
  '\\75rl(/leak-8)',
  'u/**/rl(/leak-9)',
  'red/**/;x',
  '}</style><img src=x onerror=XSS=1>',
]

interface Refused {
  value: string
  token: string
}

/** Gives the theme each value in turn. Returns those that were taken. */
function tryTheme({ key, values }: { key: string; values: readonly unknown[] }): Refused[] {
  const { firstwin } = globalThis as unknown as { firstwin: { setTheme: (theme: object) => void } }
  const root = document
    .querySelector('firstwin-root')
    ?.shadowRoot?.querySelector<HTMLElement>('.root')
  const token = (): string => root?.style.getPropertyValue(`--${key}`) ?? 'no root'
  firstwin.setTheme({ [key]: undefined })
  const plain = token()
  const taken: Refused[] = []
  for (const value of values) {
    firstwin.setTheme({ [key]: value })
    const now = token()
    if (now !== plain) taken.push({ value: String(value), token: now })
  }
  return taken
}

test('T10 a theme takes colours, and nothing that hides, reads or fetches', async ({
  host,
  page,
}) => {
  await host.open(a11yPage(tour()))
  const colours: unknown[] = [...COLOURS, 1, null, {}, [], { toString: 'red' }]
  expect(await page.evaluate(tryTheme, { key: 'brand', values: colours })).toEqual([])
  const fonts = [
    'url(/leak-10)',
    'x;} *{display:none}',
    'var(--host-secret)',
    '@import "/leak-11"',
    'a{}',
    'x'.repeat(400),
    'a;b',
    'a:b',
    'a(b)',
    '<style>',
    7,
    {},
  ]
  expect(await page.evaluate(tryTheme, { key: 'font', values: fonts })).toEqual([])
  const radii = ['8px', '1e9', -1, 25, Number.NaN, 'calc(1px)', 'url(/leak-12)', null, {}]
  expect(await page.evaluate(tryTheme, { key: 'radius', values: radii })).toEqual([])
  await host.works()
  const leaks = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ name }) => /leak|evil/.test(name)),
  )
  expect(leaks).toEqual([])
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})

test('T10 a theme takes what it is for', async ({ host, page }) => {
  await host.open(a11yPage(tour()))
  const taken = await page.evaluate(tryTheme, {
    key: 'brand',
    values: ['#b4421e', 'rgb(180 66 30)', 'oklch(0.6 0.15 40)', 'teal'],
  })
  expect(taken).toHaveLength(4)
  expect(await page.evaluate(tryTheme, { key: 'radius', values: [0, 24] })).toHaveLength(2)
})

/** The same with a key in each object that leads to the prototype of all. */
function polluted(journey: Journey): Journey {
  const text = JSON.stringify(journey).replaceAll(
    /\{(?=")/g,
    '{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}},"prototype":{"evil":1},',
  )
  return JSON.parse(text) as Journey
}

const isPolluted = (page: Page): Promise<boolean> =>
  page.evaluate(() => 'evil' in {} || 'evil' in [] || 'evil' in (() => {}))

test('T11 keys that lead to the prototype change nothing', async ({ host, page }) => {
  const journey = polluted(tour({ more: { wins: [PARTS.wins[0]] } }))
  await host.open(a11yPage(journey))
  const desk = createDesk(page)
  const evil = JSON.parse(
    '{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}}}',
  ) as object
  await page.evaluate(
    (text) => {
      const { firstwin } = globalThis as unknown as {
        firstwin: Record<string, (...all: unknown[]) => void>
      }
      const more = JSON.parse(text) as object
      firstwin.setTheme?.(more)
      firstwin.identify?.('mio', more)
      firstwin.group?.('kumo', more)
      firstwin.track?.('small', more)
      firstwin.track?.('__proto__', more)
      firstwin.configure?.(more)
      firstwin.start?.('__proto__')
      firstwin.start?.('constructor')
    },
    JSON.stringify(evil).replace('{', '{"__proto__":{"evil":1},'),
  )
  await expect(desk.panel('toast')).toBeVisible()
  expect(await isPolluted(page)).toBe(false)
  await desk.close('toast')
  await page.reload()
  expect(await isPolluted(page)).toBe(false)
  expect((await host.seen()).errors).toEqual([])
})

test('T11 what is stored cannot lead to the prototype either', async ({ host, page }) => {
  await host.open(a11yPage(tour()))
  await page.evaluate(() => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage).filter((one) => one.startsWith('fw:'))) {
        const text = storage.getItem(key) ?? ''
        storage.setItem(
          key,
          text.replaceAll(
            /\{(?=")/g,
            '{"__proto__":{"evil":1},"constructor":{"prototype":{"evil":1}},',
          ),
        )
      }
    }
  })
  await page.reload()
  await host.seeStep('One')
  expect(await isPolluted(page)).toBe(false)
  await host.works()
})

test('T12 a page that has changed the prototype of all objects gets its guide', async ({
  host,
  page,
}) => {
  const before = `Object.prototype.evil = 1
    Object.prototype.title = 'evil'
    Array.prototype.evil = 1
    Object.prototype.toEvil = function () {}`
  const init =
    '{ endpoint: async (events) => void (globalThis.sent ??= []).push(JSON.stringify(events)) }'
  await host.open({ before, init })
  await host.works()
  const sent = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { sent?: string[] }).sent ?? [])
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect.poll(async () => (await sent()).join('')).toContain('step_viewed')
  expect((await sent()).join('')).not.toContain('evil')
  const { reports } = await host.seen()
  expect(Object.keys(reports[0]?.properties ?? {})).not.toContain('evil')
})

const SELECTORS = [
  'input[name=csrf][value^=a]',
  'input[value]',
  '[ value = "secret" ]',
  '[VALUE^=a]',
  'meta[content^=a]',
  'a[href*=token]',
  'a[href^="/reset"]',
  '[style*=a]',
  ':has([data-x])',
  'body:has(input[name=csrf])',
  ':is(:is(:is(a)))',
  '*:not(*) ~ * ~ * ~ *',
  'a ~ b ~ c',
  'input[val\\75 e^=a]',
  'input[/**/value^=a]',
  `.${'a'.repeat(300)}`,
  ':::',
  '[',
  '>>>',
  'a >>> ',
  '\u0000',
]

test('T13 a selector that could read or slow the page is not used', async ({ host, page }) => {
  const guides = SELECTORS.map((css, index) => ({
    id: `g${index}`,
    title: 'G',
    start: 'on-request' as const,
    steps: [toStep(`Spy ${index}`, { css })],
  }))
  const body = `<input name="csrf" value="abc"><a href="/reset?token=1">Reset</a>
    ${'<div><b></b><c></c></div>'.repeat(700)}`
  const journey = everything({ guides, paths: [] })
  const used = `globalThis.used = []
    for (const owner of [Document, DocumentFragment, Element]) for (const name of ['querySelectorAll', 'querySelector', 'matches', 'closest']) {
      const own = owner.prototype[name]
      if (own) owner.prototype[name] = function (selector) { used.push(String(selector)); return own.call(this, selector) }
    }`
  await host.open({ ...STRICT_HOST, body, script: '', before: used, journey }, { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await desk.close('toast')
  const took = await page.evaluate((count) => {
    const { firstwin } = globalThis as unknown as { firstwin: { start: (id: string) => void } }
    const start = performance.now()
    for (let index = 0; index < count; index += 1) firstwin.start(`g${index}`)
    return performance.now() - start
  }, SELECTORS.length)
  // Each alone took 153 ms where it was used.
  expect(took).toBeLessThan(150)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const refused = SELECTORS.slice(0, 16)
  const found = await page.evaluate(() => (globalThis as unknown as { used: string[] }).used)
  expect(refused.filter((selector) => found.some((one) => one.includes(selector)))).toEqual([])
  expect((await host.seen()).errors).toEqual([])
})

for (const css of ['input[name=csrf][value^=a]', ':::']) {
  test(`T13 a step at ${css} is told as missing once, and why`, async ({ host, page }) => {
    const steps = [toStep('Spy', { css })]
    const body = '<input name="csrf" value="abc"><main><h1>Mails</h1></main>'
    const journey = tour({ start: 'on-request', steps })
    await host.open(a11yPage(journey, { body, script: '' }), { silent: true })
    await createDesk(page).call('start', 'tour')
    const told = async () =>
      (await host.seen()).reports.filter(({ name }) => name === 'target_missing')
    // Its patience may be of the clock that the test moves.
    await expect(async () => {
      await page.evaluate(() =>
        (globalThis as unknown as { forward: (ms: number) => void }).forward(60_000),
      )
      expect(await told()).toHaveLength(1)
    }).toPass({ timeout: 8000, intervals: [100] })
    expect((await told())[0]?.properties).toMatchObject({ guide: 'tour', reason: 'refused' })
    expect(JSON.stringify(await told())).not.toContain('csrf')
    expect((await host.seen()).errors).toEqual([])
    await host.seeNothing()
  })
}
