import { BODY } from './host-page.ts'
import { ask, expect, has, test } from './test.ts'
import { tour } from './tour.ts'

/* What the host has patched, and endpoints that are blocked, broken or not there. */

const REPORTING = `{ endpoint: location.pathname + '/events' }`

/** Prototype.js made texts of arrays; others patch what reads and writes. */
const PATCHES = {
  'arrays become texts': `Array.prototype.toJSON = function () { return '[' + this.join() + ']' }`,
  'JSON is patched': `for (const name of ['parse', 'stringify']) {
    const native = JSON[name]
    JSON[name] = function (...all) { return native.apply(this, all) }
  }
  Object.prototype.evil = 1`,
}

for (const [name, before] of Object.entries(PATCHES)) {
  test(`H41 ${name}`, async ({ host }) => {
    const address = await host.open({ before, init: REPORTING })
    await host.works()
    await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('two')
    for (const body of host.server.received(address)) {
      expect(body).toMatchObject({ batch: expect.any(Array) })
      expect(JSON.stringify(body)).not.toContain('evil')
    }
  })
}

test('H42 Zone.js: what we do is no turn of Angular', async ({ host, page }) => {
  await host.open({
    head: '<script src="/apps/zone.js"></script>',
    data: { journey: '' },
    script: `angular.run(() => firstwin.init({ journey: location.pathname + '/journey.json' }))`,
  })
  const turns = async (): Promise<number> => Number(await ask(page, 'angular.turns'))
  const before = await turns()
  // Five seconds, frame by frame, while a step is shown.
  const start = await page.evaluate(() => performance.now())
  await expect
    .poll(() => page.evaluate(() => performance.now()), { timeout: 9000 })
    .toBeGreaterThan(start + 5000)
  expect((await turns()) - before).toBe(0)
  await host.works()
})

/** Only what goes to the endpoint: what the page is made of still comes. */
const toOwn = (work: string): string => `const native = fetch
globalThis.calls = 0
globalThis.fetch = (url, init) => {
  if (!String(url).endsWith('/events')) return native(url, init)
  calls += 1
  ${work}
}
navigator.sendBeacon = () => { throw new Error('no beacon') }
XMLHttpRequest.prototype.send = () => { throw new Error('no request') }`

const FETCHES = {
  throws: toOwn(`throw new Error('no fetch')`),
  'never comes back': toOwn('return new Promise(() => {})'),
  'gives rubbish': toOwn('return undefined'),
  'tells us of each call': toOwn(`firstwin.track('Requested'); return native(url, init)`),
}

for (const [name, before] of Object.entries(FETCHES)) {
  test(`H43 a fetch of the host ${name}`, async ({ host, page }) => {
    await host.open({ before, init: `{ ...${REPORTING}, forwardTracked: true }` })
    await host.works()
    const calls = async (): Promise<number> => Number(await ask(page, 'calls'))
    await expect.poll(calls).toBeGreaterThan(0)
    // About one a second, not one for each that it caused.
    expect(await calls()).toBeLessThan(20)
    const isWaiting = name !== 'tells us of each call'
    if (isWaiting) expect(await page.evaluate(countWaiting)).toBeGreaterThan(2)
    expect((await host.seen()).errors).toEqual([])
  })
}

/** Events on the device. */
function countWaiting(): number {
  return Object.keys(localStorage).filter((key) => key.startsWith('fw:q:')).length
}

/** Of what `trackMuch` has tracked, by their numbers. */
function numbersWaiting(): number[] {
  return Object.entries(localStorage)
    .filter(([key]) => key.startsWith('fw:q:'))
    .flatMap(([, event]) => /"Opened (\d+)"/.exec(String(event))?.slice(1).map(Number) ?? [])
    .toSorted((a, b) => a - b)
}

/** Adds up how long our callbacks take; the host's own use what was there before. */
const STOPWATCH = `globalThis.spent = 0
globalThis.looks = 0
globalThis.hostFrame = requestAnimationFrame
const timed = (run) => function (...all) {
  const start = performance.now()
  try { return run.apply(this, all) } finally { spent += performance.now() - start }
}
const Native = MutationObserver
globalThis.MutationObserver = class extends Native { constructor(run) { super(timed(run)) } }
const frame = requestAnimationFrame
globalThis.requestAnimationFrame = (run) => frame(timed(run))
const all = Document.prototype.querySelectorAll
Document.prototype.querySelectorAll = function (css) {
  if (css.includes('data-firstwin')) looks += 1
  return all.call(this, css)
}`

test('H44 a storm of changes', async ({ host, page }) => {
  test.slow()
  await host.open({ before: STOPWATCH, body: `${BODY}<div id="storm"></div>` })
  const found = await page.evaluate(async () => {
    const get = (name: string): number => Number(Reflect.get(window, name))
    const frame: unknown = Reflect.get(window, 'hostFrame')
    const storm = document.querySelector('#storm')
    const [spent, looks, start] = [get('spent'), get('looks'), performance.now()]
    const perFrame: number[] = []
    let [frames, changes, before] = [0, 0, spent]
    while (performance.now() - start < 3000) {
      for (let i = 0; i < 650; i += 1) {
        const one = document.createElement('i')
        one.textContent = String(i)
        storm?.append(one)
        one.setAttribute('data-i', String(i))
        changes += 3
      }
      storm?.replaceChildren()
      frames += 1
      perFrame.push(get('spent') - before)
      before = get('spent')
      await new Promise((resolve) => {
        if (typeof frame === 'function') frame.call(window, resolve)
      })
    }
    // The middle one: what another process takes from us in some frames is not ours.
    const middle = perFrame.toSorted((a, b) => a - b)[Math.floor(frames / 2)] ?? 0
    const share = (middle * frames) / (performance.now() - start)
    return { share, looks: get('looks') - looks, frames, changes }
  })
  expect(found.changes).toBeGreaterThan(20_000)
  expect(found.looks).toBeLessThanOrEqual(found.frames + 2)
  // One part in a hundred, by a machine that does nothing else; a busy one is slower in all.
  expect(found.share).toBeLessThan(0.01 * 10)
  await host.works()
})

/** More than there is room for, in one turn. */
function trackMuch(times: number): void {
  const api: unknown = Reflect.get(window, 'firstwin')
  const track: unknown = Reflect.get(Object(api), 'track')
  if (typeof track !== 'function') throw new Error('no firstwin')
  for (let i = 0; i < times; i += 1) track(`Opened ${i}`)
}

const ENDPOINTS = {
  'is blocked': { init: `{ endpoint: 'http://127.0.0.1:1/events' }` },
  'answers with 500': { init: REPORTING, answer: 500 },
  'answers with 403': { init: REPORTING, answer: 403 },
  'is a page to sign in': { init: `{ endpoint: location.pathname + '/sign-in' }` },
}

for (const [name, described] of Object.entries(ENDPOINTS)) {
  test(`H53 the endpoint ${name}`, async ({ host, page }) => {
    const init = described.init.replace('}', ', forwardTracked: true }')
    await host.open({ ...described, init })
    await host.works()
    await page.evaluate(trackMuch, 700)
    // At once, and full: what was tracked does wait.
    const waiting = await page.evaluate(countWaiting)
    expect(waiting).toBeGreaterThan(400)
    expect(waiting).toBeLessThanOrEqual(500)
    const { errors, warnings } = await host.seen()
    expect(errors).toEqual([])
    expect(warnings.length).toBeLessThanOrEqual(1)
  })
}

test('H53 what waits is bounded, and the oldest goes first', async ({ host, page }) => {
  const init = `{ endpoint: 'http://127.0.0.1:1/events', forwardTracked: true }`
  await host.open({ init, journey: tour() })
  await page.evaluate(trackMuch, 900)
  await expect.poll(() => page.evaluate(countWaiting)).toBeLessThanOrEqual(500)
  const kept = await page.evaluate(numbersWaiting)
  expect(kept.at(-1)).toBe(899)
  // All that are older than the oldest have gone, and none that is newer.
  expect(kept).toEqual(Array.from(kept, (_, index) => 899 - kept.length + 1 + index))
  await host.works()
})

test('H53 what could not be sent is sent when the network is back', async ({ host, page }) => {
  const address = await host.open({
    before: `const native = fetch
    globalThis.fetch = (url, init) => String(url).endsWith('/events') && !globalThis.isBack
      ? Promise.reject(new TypeError('offline')) : native(url, init)
    XMLHttpRequest.prototype.send = function () { this.dispatchEvent(new Event('error')) }`,
    init: REPORTING,
  })
  await host.works()
  expect(host.server.received(address)).toHaveLength(0)
  if (!(await has(page, { name: 'online events', probe: '"onLine" in navigator' }))) return
  await page.evaluate(() => {
    Reflect.set(window, 'isBack', true)
    dispatchEvent(new Event('online'))
  })
  await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('"two"')
  await expect.poll(() => page.evaluate(countWaiting)).toBe(0)
})

test('H53 the page of a captive portal is no answer: all is sent once it lets go', async ({
  host,
  page,
}) => {
  const address = await host.open({
    before: `const native = fetch
    globalThis.fetch = (url, init) => String(url).endsWith('/events') && !globalThis.isBack
      ? Promise.resolve(new Response('<!doctype html><h1>Free Wi-Fi</h1>')) : native(url, init)`,
    init: REPORTING,
  })
  await host.works()
  await expect.poll(() => page.evaluate(countWaiting)).toBeGreaterThan(2)
  if (!(await has(page, { name: 'online events', probe: '"onLine" in navigator' }))) return
  await page.evaluate(() => {
    Reflect.set(window, 'isBack', true)
    dispatchEvent(new Event('online'))
  })
  await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('"two"')
  await expect.poll(() => page.evaluate(countWaiting)).toBe(0)
})

test('H43 a fetch that the host broke is gone around', async ({ host, page }) => {
  const address = await host.open({
    before: `const native = fetch
    globalThis.fetch = (url, init) => {
      if (String(url).endsWith('/events')) throw new Error('a wrapper of the host')
      return native(url, init)
    }`,
    init: REPORTING,
  })
  await host.works()
  await expect
    .poll(() => JSON.stringify(host.server.received(address)), { timeout: 15_000 })
    .toContain('"two"')
  await expect.poll(() => page.evaluate(countWaiting)).toBe(0)
})
