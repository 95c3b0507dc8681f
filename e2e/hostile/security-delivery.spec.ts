import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ROOT } from '../../scripts/prepare/root.js'
import { everything } from './everything.ts'
import type { HostPage } from './host-page.ts'
import { untilQuiet } from './senses.ts'
import { expect, test, toolLacks, type Host } from './test.ts'
import { tour } from './tour.ts'

/* What reaches the page, and from whom: files that were changed, other windows, addresses. */

const SCRIPTS = process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script')

const textOf = (name: string): string => readFileSync(join(SCRIPTS, name), 'utf8')

const integrityOf = (text: string): string =>
  `sha384-${createHash('sha384').update(text).digest('base64')}`

/** The file as somebody on its way changed it: it still runs. @returns whether the tool can do it */
async function swap(page: Page, name: string): Promise<boolean> {
  if (!('route' in page)) {
    toolLacks('By WebDriver no answer can be changed on its way.')
    return false
  }
  const body = `${textOf(name)} `
  await page.route(`**/firstwin/${name}`, (route) =>
    route.fulfill({ body, contentType: 'text/javascript' }),
  )
  return true
}

/** Presses the host's own button and types into its field: the page is as it was without us. */
async function expectHostUnharmed(host: Host, page: Page): Promise<void> {
  await page.evaluate(untilQuiet)
  await page.getByLabel('Subject').fill('Hello')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByLabel('Subject')).toHaveValue('Hello')
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  expect((await host.seen()).reports).toEqual([])
}

test('T18 a journey that is pinned by its hash is shown', async ({ host }) => {
  const journey = tour()
  await host.open({ journey, data: { integrity: integrityOf(JSON.stringify(journey)) } })
  await host.works()
})

test('T18 of a journey that is another than the pinned one nothing is shown', async ({
  host,
  page,
}) => {
  const data = { integrity: integrityOf(JSON.stringify(tour({ more: { id: 'other' } }))) }
  await host.open({ journey: tour(), data }, { silent: true })
  await expect.poll(async () => (await host.seen()).warnings.length).toBe(1)
  expect((await host.seen()).warnings).toEqual([expect.stringContaining('journey-unreachable')])
  await expectHostUnharmed(host, page)
})

const pinned = (hash = integrityOf(textOf('firstwin.js'))): HostPage => ({
  tag: 'none',
  body: `<main><label>Subject <input name="subject"></label>
<p style="margin:160px 0 160px 320px"><button type="button" data-firstwin="target">Send</button></p></main>`,
  script: `globalThis.before = Object.keys(globalThis).join()
const tag = document.createElement('script')
Object.assign(tag, { src: '/firstwin/firstwin.js', integrity: '${hash}', crossOrigin: 'anonymous' })
Object.assign(tag.dataset, { journey: location.pathname + '/journey.json', debug: 'false' })
tag.addEventListener('error', () => { globalThis.refused = true })
document.head.append(tag)`,
})

test('T19 integrity.json names the hash of every file of the script tag', () => {
  const named: Record<string, string> = JSON.parse(textOf('integrity.json'))
  expect(Object.keys(named)).toEqual(
    expect.arrayContaining(['firstwin.js', 'firstwin-show.js', 'firstwin.whole.js']),
  )
  for (const [name, hash] of Object.entries(named)) expect(integrityOf(textOf(name))).toBe(hash)
})

test('T19 the script that is pinned by its hash runs', async ({ host }) => {
  await host.open(pinned())
  await host.works()
})

test('T19 a script of which one byte has changed would run if nothing pinned it', async ({
  host,
  page,
}) => {
  if (!(await swap(page, 'firstwin.js'))) return
  await host.open(pinned(''))
  await host.works()
})

test('T19 a script of which one byte has changed does not run, and the page goes on', async ({
  host,
  page,
}) => {
  if (!(await swap(page, 'firstwin.js'))) return
  await host.open(pinned(), { silent: true })
  await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'refused'))).toBe(true)
  expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'firstwin'))).toBe('undefined')
  const added = await page.evaluate(() => {
    const before = String(Reflect.get(globalThis, 'before')).split(',')
    return Object.keys(globalThis).filter((key) => !before.includes(key))
  })
  // The test tool has names of its own.
  expect(added.filter((key) => !/^(before$|__pw)/.test(key))).toEqual(['refused'])
  await expectHostUnharmed(host, page)
})

/** Pins the parts that the script fetches. */
const importMap = (): string => {
  const hashes: Record<string, string> = JSON.parse(textOf('integrity.json'))
  const integrity = Object.fromEntries(
    Object.entries(hashes).map(([name, hash]) => [`/firstwin/${name}`, hash]),
  )
  return `<script type="importmap">${JSON.stringify({ integrity })}</script>`
}

test('T19 parts that are pinned by the import map of the page run', async ({ host }) => {
  await host.open({ head: importMap() })
  await host.works()
})

test('T19 a part of which one byte has changed would run if nothing pinned it', async ({
  host,
  page,
}) => {
  if (!(await swap(page, 'firstwin-show.js'))) return
  await host.open({})
  await host.works()
})

test('T19 a part of which one byte has changed does not run where the import map pins it', async ({
  host,
  page,
}) => {
  if (!(await swap(page, 'firstwin-show.js'))) return
  await host.open({ head: importMap() }, { silent: true })
  await expect
    .poll(async () => (await host.seen()).warnings)
    .toEqual(expect.arrayContaining([expect.stringContaining('chunk-unreachable')]))
  await expect(page.locator('firstwin-root')).toHaveCount(0)
})

const EVIL = 'https://evil.example'

/** What builders and previews of others take from whoever writes to the page. */
const ORDERS = [
  { type: 'firstwin:preview', host: EVIL, journey: tour({ more: { id: 'evil' } }), nonce: 'x' },
  { type: 'guide_preview', script: `${EVIL}/x.js`, definition: everything() },
  { firstwin: { method: 'start', args: ['tour'] } },
  { source: 'firstwin', method: 'init', args: [{ journey: `${EVIL}/j.json`, endpoint: EVIL }] },
  { jsonrpc: '2.0', method: 'eval', params: ['globalThis.XSS = 1'] },
]

const ADDRESSES = [
  `#guide_preview=${JSON.stringify({ host: EVIL })}`,
  `#guide_preview=${encodeURIComponent(JSON.stringify({ host: EVIL }))}`,
  `#__posthog=${encodeURIComponent(JSON.stringify({ jsURL: EVIL, toolbarVersion: 'x' }))}`,
  `#firstwin=inspect&journey=${EVIL}/j.json`,
  '?firstwin=inspect',
  `?firstwin=inspect&firstwin_journey=${EVIL}/j.json&firstwin_endpoint=${EVIL}`,
  `?firstwin=preview&host=${EVIL}&token=x`,
  `?journey=${EVIL}/j.json&endpoint=${EVIL}&debug=true&inspect=true`,
] as const

/** A journey that shows nothing by itself. */
const QUIET: HostPage = { journey: tour({ start: { event: 'never' } }), data: { debug: 'false' } }

const fetched = (page: Page): Promise<string[]> =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))

/** What the page has come to, apart from what the host brought. */
async function expectNothing(host: Host, page: Page, heard: readonly string[]): Promise<void> {
  await page.evaluate(untilQuiet)
  const asked = [...heard, ...(await fetched(page))]
  expect(asked.filter((url) => !url.startsWith(host.server.url))).toEqual([])
  expect(asked.filter((url) => /door|inspect-|firstwin-(?:inspect|show|check)/.test(url))).toEqual(
    [],
  )
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
  const { errors, reports } = await host.seen()
  expect(errors).toEqual([])
  expect(reports.map(({ name }) => name)).toEqual(['journey_started'])
}

/** Everything under our own keys that is not the journey's ordinary state. */
const stored = (page: Page): Promise<string> =>
  page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )

function listen(page: Page): string[] {
  const asked: string[] = []
  // By WebDriver there is only what the page itself can tell.
  if ('on' in page) page.on('request', (request) => asked.push(request.url()))
  return asked
}

for (const address of ADDRESSES) {
  test(`T21 the address orders nothing: ${address}`, async ({ host, page }) => {
    const asked = listen(page)
    await page.goto(`${host.server.add(QUIET)}${address}`)
    await expect.poll(async () => (await host.seen()).reports.length).toBe(1)
    const where = await page.evaluate(() => location.href)
    await expectNothing(
      host,
      page,
      asked.filter((url) => url !== where),
    )
    expect(await stored(page)).not.toMatch(/evil|inspect|preview/)
  })
}

test('T20 messages of windows order nothing, of whatever origin', async ({ host, page }) => {
  const asked = listen(page)
  await host.open(QUIET, { silent: true })
  await expect.poll(async () => (await host.seen()).reports.length).toBe(1)
  const before = await stored(page)
  const answers = await page.evaluate(async (orders) => {
    const heard: unknown[] = []
    // A frame in a sandbox has the origin `null`; it hears whether anybody answers.
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-scripts')
    const code = `const orders = ${JSON.stringify(orders)}
      addEventListener('message', () => parent.postMessage('answered', '*'))
      for (const order of orders) {
        parent.postMessage(order, '*'); parent.postMessage(JSON.stringify(order), '*')
      }
      parent.postMessage('all', '*')`
    frame.src = `data:text/html,${encodeURIComponent(`<script>${code}</script>`)}`
    const done = new Promise<void>((resolve) => {
      addEventListener('message', ({ data }) => {
        if (data === 'answered') heard.push(data)
        if (data === 'all') resolve()
      })
    })
    document.body.append(frame)
    await done
    // Of the page's own origin, of a prefix of it, and with a port, as handshakes come.
    for (const order of orders) {
      window.postMessage(order, '*', [new MessageChannel().port1])
      for (const origin of [location.origin, `${location.origin}.evil.example`, 'null']) {
        dispatchEvent(new MessageEvent('message', { data: order, origin }))
      }
    }
    await new Promise((resolve) => setTimeout(resolve))
    frame.remove()
    return heard
  }, ORDERS)
  expect(answers).toEqual([])
  await expectNothing(
    host,
    page,
    asked.filter((url) => !url.startsWith('data:text/html')),
  )
  expect(await stored(page)).toBe(before)
})
