import { execFile } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../scripts/prepare/root.js'
import { startHostServer } from './host-server.ts'
import { record } from './moments.ts'
import { expect, test } from './test.ts'

/* When and where we are started: early, late, twice, without a window, in odd documents. */

for (const tag of ['head', 'defer', 'end'] as const) {
  test(`H34 the tag is ${tag === 'end' ? 'at the end of the body' : `in the head (${tag})`}`, async ({
    host,
  }) => {
    await host.open({ tag })
    await host.works()
  })
}

const LATER = `const tag = document.createElement('script')
tag.src = '/firstwin/firstwin.js'
tag.dataset.journey = location.pathname + '/journey.json'
document.head.append(tag)`

test('H34 the tag comes after the page has loaded', async ({ host }) => {
  await host.open({ tag: 'none', script: `addEventListener('load', () => { ${LATER} })` })
  await host.works()
})

test('H34 calls from the head, before there is a body', async ({ host }) => {
  await host.open({
    tag: 'none',
    head: `<script>globalThis.firstwin = { q: [['identify', ['ada', {}]], ['start', ['tour']]] }</script>`,
    script: LATER,
  })
  await host.works()
})

/** What a page that stops right after its script has of us. */
async function countAll(host: { seen: () => Promise<{ reports: readonly { name: string }[] }> }) {
  const { reports } = await host.seen()
  return reports.filter(({ name }) => /^(journey|guide)_started$|^step_viewed$/.test(name)).length
}

test('H35 the script is loaded twice', async ({ host }) => {
  await host.open({ script: LATER })
  await expect.poll(async () => (await host.seen()).warnings.length).toBe(1)
  expect((await host.seen()).warnings).toEqual([expect.stringContaining('started-twice')])
  expect(await countAll(host)).toBe(3)
  await host.works()
})

test('H35 another version is there already', async ({ host, page }) => {
  const other = `<script>globalThis.firstwin = { version: '0.9.0', init() {}, on() {} }</script>`
  await host.open({ tag: 'none', head: other, script: LATER }, { silent: true })
  await expect.poll(async () => (await host.seen()).warnings.length).toBe(1)
  for (const { roots } of await record(page, 10)) expect(roots).toBe(0)
  expect((await host.seen()).errors).toEqual([])
  const version = await page.evaluate(() => {
    const api: unknown = Reflect.get(window, 'firstwin')
    return Reflect.get(Object(api), 'version') as unknown
  })
  expect(version).toBe('0.9.0')
})

const SERVER_SIDE = `
delete globalThis.navigator
// One that a library of ours keeps for itself.
globalThis.nanostoresGlobal = { epoch: 0 }
const before = Object.keys(globalThis).join()
const { init } = await import(process.argv[1])
const firstwin = init({ journey: '/a.json', endpoint: '/b' })
firstwin.identify('ada')
firstwin.track('Opened')
firstwin.on('*', () => {})
firstwin.stop()
console.log(Object.keys(globalThis).join() === before ? 'as before' : 'changed')`

test('H36 imported and started where there is no window', async () => {
  const module = join(ROOT, 'packages/sdk/dist/esm/index.js')
  const node = join(ROOT, 'node_modules/.bin/node')
  const args = ['--input-type=module', '-e', SERVER_SIDE, module]
  const { stdout, stderr } = await promisify(execFile)(node, args)
  expect(stderr).toBe('')
  expect(stdout.trim()).toBe('as before')
})

test('H51 quirks mode', async ({ host, page }) => {
  await host.open({ doctype: '' })
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
  await host.works()
})

test('H51 XHTML', async ({ host, page }) => {
  await host.open({
    type: 'application/xhtml+xml',
    document: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title></head>
<body><p style="margin:160px 320px"><button data-firstwin="target">Send</button></p>
<script>//<![CDATA[
{keep}
${LATER.replace("createElement('script')", "createElementNS('http://www.w3.org/1999/xhtml', 'script')")}
//]]></script></body></html>`,
  })
  expect(await page.evaluate(() => document.contentType)).toBe('application/xhtml+xml')
  await host.works()
})

test('H51 an SVG document has no place for us', async ({ host, page }) => {
  await host.open(
    {
      type: 'image/svg+xml',
      document: `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200">
<rect data-firstwin="target" width="90" height="40"/>
<script>//<![CDATA[
{keep}
firstwin.q[0][1][0].journey = location.pathname + '/journey.json'
//]]></script><script href="/firstwin/firstwin.js"/></svg>`,
    },
    { silent: true },
  )
  // It has run: there is a real one now.
  const isReal = (): Promise<boolean> =>
    page.evaluate(() => {
      const api: unknown = Reflect.get(window, 'firstwin')
      return typeof Reflect.get(Object(api), 'version') === 'string'
    })
  await expect.poll(isReal).toBe(true)
  for (const { panel } of await record(page, 40)) expect(panel).toBeUndefined()
  expect((await host.seen()).errors).toEqual([])
})

const NAMES = ['body', 'head', 'cookie', 'currentScript', 'activeElement', 'fullscreenElement']
const OTHERS = `<input id="id"><a id="firstwin">x</a><form id="history"><input name="pushState"></form>
<form id="location"><input name="pathname"></form><form id="localStorage"></form>`
const CLOBBERS = {
  ...Object.fromEntries(
    NAMES.map((name) => [
      `document.${name}`,
      `<form name="${name}"></form><img name="${name}" alt="">`,
    ]),
  ),
  'what is on the window': OTHERS,
}

for (const [name, markup] of Object.entries(CLOBBERS)) {
  test(`H52 elements are named as ${name}`, async ({ host, page }) => {
    await host.open({
      tag: 'end',
      body: `<div hidden>${markup}</div><p style="margin:160px 320px">
        <button type="button" data-firstwin="target">Send</button></p>`,
    })
    const property = name.replace('document.', '')
    const isTaken = (key: string): boolean => Reflect.get(document, key) instanceof HTMLCollection
    if (markup !== OTHERS) expect(await page.evaluate(isTaken, property)).toBe(true)
    await host.works()
  })
}

test('H54 http on a host that is not local', async ({ page }) => {
  const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const outer = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)
  expect(outer, 'a network besides the loopback').toBeDefined()
  const server = await startHostServer('0.0.0.0')
  const address = server.add({ init: `{ endpoint: location.pathname + '/events' }` })
  await page.goto(server.url.replace('0.0.0.0', outer?.address ?? '') + address)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  expect(await page.evaluate(() => typeof crypto.subtle)).toBe('undefined')
  const next = page.getByRole('dialog', { name: 'One' }).getByRole('button', { name: 'Next' })
  await next.click()
  await expect(page.getByRole('dialog', { name: 'Two' })).toBeVisible()
  await expect.poll(() => server.received(address).length).toBeGreaterThan(0)
  const ids = JSON.stringify(server.received(address)).match(/"messageId":"[\da-f-]{36}"/g) ?? []
  expect(new Set(ids).size).toBeGreaterThan(2)
  expect(await page.evaluate(() => globalThis.seen.errors)).toEqual([])
  await server.close()
})

const ISOLATED = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

test('H55 a page that is isolated from other origins', async ({ host, page }) => {
  await host.open({ headers: ISOLATED })
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true)
  await host.works()
})

test('H55 a journey of another origin, which lets it be read', async ({ host }) => {
  const other = host.server.url.replace('127.0.0.1', 'localhost') + host.server.add({})
  await host.open({ headers: ISOLATED, data: { journey: `${other}/journey.json` } })
  await host.works()
})
