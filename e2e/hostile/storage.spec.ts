import { record } from './moments.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Storage that refuses, is full or holds rubbish; clocks that jump. */

const REFUSALS = {
  'refuses by the policy of a sandbox': {
    headers: { 'Content-Security-Policy': 'sandbox allow-scripts' },
  },
  'refuses by itself': {
    before: `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })
    }
    Object.defineProperty(Document.prototype, 'cookie', {
      get() { throw new DOMException('no', 'SecurityError') } })`,
  },
}

for (const [name, described] of Object.entries(REFUSALS)) {
  test(`H37 storage ${name}`, async ({ host, page }) => {
    await host.open({ ...described, data: { debug: 'true' } })
    expect(await page.evaluate(readsStorage)).toBe(false)
    await host.works()
    const { warnings, reports } = await host.seen()
    expect(warnings.filter((words) => /store|storage/.test(words))).toHaveLength(1)
    expect(reports.filter(({ name: report }) => report === 'guide_started')).toHaveLength(1)
    // Once for each load: what is in memory is gone with the page.
    await host.panel('Three').getByRole('button', { name: 'Close' }).click()
    await host.seeNothing()
    await host.call('page')
    for (const { panel } of (await record(page, 10)).slice(-3)) expect(panel).toBeUndefined()
    await page.reload()
    await host.seeStep('One')
  })
}

function readsStorage(): boolean {
  try {
    return localStorage.length >= 0
  } catch {
    return false
  }
}

const FULL = `Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') }`
/** Fills it to the last of its five million characters. */
const FILL = `for (let size = 1 << 22; size >= 1; size >>= 1) {
  for (let i = 0; ; i += 1) {
    try { localStorage.setItem('host-' + size + '-' + i, 'x'.repeat(size)) } catch { break }
  }
}`

for (const [name, before] of Object.entries({ 'has room for nothing': FULL, 'is full': FILL })) {
  test(`H38 storage ${name}`, async ({ host }) => {
    const address = await host.open({
      before,
      init: `{ endpoint: location.pathname + '/events' }`,
    })
    await host.works()
    await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('two')
  })
}

const KEY = 'fw:j:hostile:visitor'
const RUBBISH = {
  'is no JSON': `'{"guides":{"tour'`,
  'is of another version': `JSON.stringify({ version: 99, guides: 'all', wins: [1], firstSeenAt: 'x' })`,
  'is not what it was when it was written': `'a1b2c3:{"guides":{"tour":{"status":"completed"}}}'`,
  'is of 4 MB': `'x'.repeat(4e6)`,
  'has the names of prototypes': `'{"__proto__":{"guides":1},"constructor":{"prototype":{"x":1}}}'`,
}

for (const [name, value] of Object.entries(RUBBISH)) {
  test(`H39 what is stored ${name}`, async ({ host, page }) => {
    await host.open({
      before: `for (const store of [localStorage, sessionStorage]) {
        for (const key of ['${KEY}', 'fw:j:hostile:session', 'fw:place', 'fw:anonymous']) {
          try { store.setItem(key, ${value}) } catch {}
        }
      }
      globalThis.rubbish = ${value}`,
    })
    await host.works()
    const stored = await page.evaluate((key) => localStorage.getItem(key), KEY)
    expect(stored).not.toBe(await page.evaluate(() => Reflect.get(window, 'rubbish') as string))
    expect(stored).toContain('"tour"')
    expect(await page.evaluate(() => Reflect.get({}, 'x') as unknown)).toBeFalsy()
  })
}

/** The page's clock, which `shift` sets back or forth by so many ms. */
const CLOCK = `const real = Date.now
globalThis.shift = 0
Date.now = () => real() + globalThis.shift`
const DAY_MS = 86_400_000

for (const [name, shift] of Object.entries({ 'a day back': -DAY_MS, 'a year on': 365 * DAY_MS })) {
  test(`H45 the clock is set ${name} during a guide`, async ({ host, page }) => {
    const address = await host.open({
      before: CLOCK,
      init: `{ endpoint: location.pathname + '/events' }`,
    })
    await page.evaluate((by) => Reflect.set(window, 'shift', by), shift)
    await host.works()
    await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('two')
    // The collector corrects what happened by the time from there to the sending: no setting is in it.
    const waits = host.server.received(address).flatMap((body) => {
      const { sentAt, batch } = Object(body)
      return batch.map(
        ({ timestamp }: { timestamp: string }) => Date.parse(sentAt) - Date.parse(timestamp),
      )
    })
    for (const wait of waits) {
      expect(wait).toBeGreaterThanOrEqual(0)
      expect(wait).toBeLessThan(60_000)
    }
  })
}

test('H45 a clock that is set back unlocks nothing', async ({ host, page }) => {
  const guide = (id: string) => ({
    id,
    title: id,
    start: { route: '/**' },
    steps: [toStep(id, { id: 'target' })],
  })
  const journey = {
    ...tour({ more: { pressure: { perSession: 9, gap: '1h' } } }),
    guides: [guide('One'), guide('Two')],
  }
  // The page's own clock is not set while it is looked at; the one that a host gives is what it says.
  await host.open({ before: CLOCK, journey, init: '{ now: () => Date.now() }' })
  await host.panel('One').getByRole('button', { name: 'Close' }).click()
  await host.seeNothing()
  await page.evaluate((by) => Reflect.set(window, 'shift', by), -DAY_MS)
  await host.call('page')
  for (const { panel } of await record(page, 20)) expect(panel).toBeUndefined()
  // By that clock an hour later it may come.
  await page.evaluate((by) => Reflect.set(window, 'shift', by), -DAY_MS + 2 * 3_600_000)
  await host.call('page')
  await host.seeStep('Two')
})
