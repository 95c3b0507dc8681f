import type { Journey } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { engine } from '../test.ts'
import { a11yPage } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { PARTS } from './everything.ts'
import { expect, test } from './test.ts'
import { tour } from './tour.ts'

/* Values that are looked at before they are used: themes and keys. */

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
  // A function there is more than WebKit's driver can write as JSON.
  const before = `Object.prototype.evil = 1
    Object.prototype.title = 'evil'
    Array.prototype.evil = 1
    ${engine() === 'webkit' ? '' : 'Object.prototype.toEvil = function () {}'}`
  const init =
    '{ endpoint: async (events) => void (globalThis.sent ??= []).push(JSON.stringify(events)) }'
  await host.open({ before, init })
  await host.works()
  const sent = (): Promise<string[]> =>
    page.evaluate(() => (globalThis as unknown as { sent?: string[] }).sent ?? [])
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect.poll(async () => (await sent()).join('')).toContain('step_viewed')
  expect((await sent()).join('')).not.toContain('evil')
  // As text: what comes by a driver may have got what all objects of the page inherit.
  const keys = await page.evaluate(() =>
    seen.reports.map(({ properties }) => Object.keys(properties).join(' ')).join(' '),
  )
  expect(keys).toContain('step')
  expect(keys).not.toContain('evil')
})
