import type { Page } from '@playwright/test'
import { BODY } from './host-page.ts'
import { expectWithin, record } from './moments.ts'
import { openWithoutInterval } from './no-interval.ts'
import { expect, has, test, type Host } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Routers, frameworks and scripts that swap the page under us. */

/** The first step waits for another route of the host. */
const ROUTED = tour({
  steps: [
    toStep('Go on', { id: 'target' }, { advance: { route: '/**/two' } }),
    ...['One', 'Two', 'Three'].map((title) => toStep(title, { id: 'target' })),
  ],
})

const MOVES = {
  'history.pushState': () => history.pushState({}, '', `${location.pathname}/two`),
  'history.replaceState': () => history.replaceState({}, '', `${location.pathname}/two`),
  'another hash': () => {
    location.hash = '#/two'
  },
  'the Navigation API': () => {
    const { navigation } = window
    const stay = (event: NavigateEvent): void => event.intercept({ handler: async () => {} })
    navigation.addEventListener('navigate', stay, { once: true })
    return navigation.navigate(`${location.pathname}/two`).finished
  },
}

for (const [name, move] of Object.entries(MOVES)) {
  test(`H28 a route changes by ${name}`, async ({ host, page }) => {
    await host.open({ journey: ROUTED }, { silent: true })
    await host.seeStep('Go on')
    const isNew = name === 'the Navigation API'
    if (isNew && !(await has(page, { name, probe: '"navigation" in window' }))) return
    await expectWithin(page, 100, {
      act: move,
      until: ({ title, isHit }) => title === 'One' && isHit,
    })
    await host.works()
    await expectOnce(host, 'step_completed', 'go-on')
  })
}

test('H28 back leads to the rules of the page before', async ({ host, page }) => {
  await host.open({ journey: tour({ start: { route: '/**/two' } }) }, { silent: true })
  await page.evaluate(() => history.pushState({}, '', `${location.pathname}/two`))
  await host.seeStep('One')
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.evaluate(() => history.back())
  await expect.poll(() => page.evaluate(() => location.pathname)).not.toContain('two')
  // A guide that is under way goes on, on whatever page its target is.
  await expect(host.panel('Two')).toBeVisible()
  await expectOnce(host, 'guide_started')
})

test('H28 the history is as the browser made it', async ({ host, page }) => {
  await host.open({
    head: '<script>globalThis.native = [history.pushState, history.replaceState]</script>',
  })
  const look = () =>
    page.evaluate(() => {
      const native: unknown = Reflect.get(window, 'native')
      return (['pushState', 'replaceState'] as const).map((name, index) => {
        const one = history[name]
        const text = Function.prototype.toString.call(one)
        const [before] = Array.isArray(native) ? native.slice(index) : []
        return { name: one.name, length: one.length, text, isNative: before === one }
      })
    })
  for (const { name, length, text } of await look()) {
    expect(text).toMatch(/^function \w*\(\)\s*\{\s*\[native code\]\s*\}$/)
    expect([name, length]).toEqual([name, 2])
    expect(name).toMatch(/State$/)
  }
  // Started and stopped again and again: nothing of it is left, and nothing is wrapped twice.
  for (let i = 0; i < 3; i += 1) {
    await host.call('stop')
    await page.evaluate(restart)
    await host.seeStep('One')
  }
  await host.call('stop')
  for (const { isNative } of await look()) expect(isNative).toBe(true)
})

/** As a host does that has the address of its journey at hand. */
function restart(): void {
  const api: unknown = Reflect.get(window, 'firstwin')
  const init: unknown = Reflect.get(Object(api), 'init')
  if (typeof init === 'function') init({ journey: `${location.pathname}/journey.json` })
}

const RENDERED = `<main><h1>Mails</h1><p style="margin:160px 320px">
<button type="button" data-firstwin="target">Send</button></p></main>`.replaceAll('\n', '')

const hydrate = (words: string): string => `globalThis.hydrate(${JSON.stringify(words)})`

test('H29 React hydrates the whole document with us in it', async ({ host, page }) => {
  await host.open({ apps: ['hydrate-document'], body: RENDERED })
  await page.evaluate(hydrate('Mails'))
  await host.works()
  expect(await page.evaluate(isReact)).toBe(true)
})

/** React has taken over what the server had made. */
function isReact(): boolean {
  const button = document.querySelector('[data-firstwin]')
  return Object.keys(button ?? {}).some((key) => key.startsWith('__react'))
}

test('H29 React finds a mismatch and makes the whole document anew', async ({ host, page }) => {
  await openWithoutInterval(host, page, { apps: ['hydrate-document'], body: RENDERED })
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.evaluate(hydrate('Letters'))
  await expect(page.getByRole('heading', { name: 'Letters' })).toBeVisible()
  await expectWithin(page, 100, {
    until: ({ title, isHit, gap }) => title === 'Two' && isHit && gap >= 0 && gap <= 16,
  })
  await host.panel('Two').getByRole('button', { name: 'Back' }).press('Enter')
  await host.works({ ignore: /hydrat|server rendered/i })
})

test('H29 we are taken out by what makes the document anew', async ({ host, page }) => {
  await openWithoutInterval(host, page)
  await expectWithin(page, 100, {
    act: () => document.querySelector('firstwin-root')?.remove(),
    until: ({ title, isHit }) => title === 'One' && isHit,
  })
  await host.works()
})

test('H30 React StrictMode starts, stops and starts us', async ({ host }) => {
  await host.open({ apps: ['strict-mode'], body: '', data: { journey: '' } })
  await host.works()
  await expectOnce(host, 'guide_started')
  await expectOnce(host, 'step_viewed', 'one')
})

const OTHER = `<p>Other</p>${BODY}`

const TURBO = {
  head: '<script src="/apps/turbo.js"></script>',
  body: `<a id="visit" href="#">Visit</a>${BODY}`,
  script: 'visit.href = location.pathname.replace(/[/]two$/, "") + "/two"',
} as const

test('H31 Turbo visits another page and comes back', async ({ host, page }) => {
  const address = await host.open(TURBO)
  await page.evaluate(() => Reflect.set(window, 'isSame', true))
  await page.getByRole('link', { name: 'Visit' }).click()
  await expect.poll(() => page.evaluate(() => location.pathname)).toBe(`${address}/two`)
  await expect.poll(() => sameWindow(page)).toBe(true)
  await host.seeStep('One')
  await host.panel('One').getByRole('button', { name: 'Next' }).click()
  await host.seeStep('Two')
  await page.goBack()
  await expect.poll(() => page.evaluate(() => location.pathname)).toBe(address)
  expect(await sameWindow(page)).toBe(true)
  await host.panel('Two').getByRole('button', { name: 'Back' }).press('Enter')
  await host.works()
  await expectOnce(host, 'guide_started')
})

/** No page was loaded: what swaps has done it. */
function sameWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => Reflect.get(window, 'isSame') === true)
}

test('H31 htmx swaps the body', async ({ host, page }) => {
  await host.open({
    head: '<script src="/apps/htmx.js"></script>',
    body: `<a id="visit" href="#" hx-boost="true">Visit</a>${BODY}`,
    script: 'visit.href = location.pathname + "/two"',
  })
  await page.evaluate(() => {
    document.querySelector('h1')?.replaceChildren('Old')
    Reflect.set(window, 'isSame', true)
  })
  await page.getByRole('link', { name: 'Visit' }).click()
  await expect(page.getByRole('heading', { name: 'Mails' })).toBeVisible()
  expect(await sameWindow(page)).toBe(true)
  await host.works()
  await expectOnce(host, 'guide_started')
})

/** Swaps, and sees that nothing of us is painted at the corner of the page meanwhile. */
async function swapAway(page: Page, swap: () => void): Promise<void> {
  const other = `Reflect.set(window, 'other', ${JSON.stringify(OTHER)})`
  await page.evaluate(other)
  const moments = await record(page, 20, { act: swap })
  expect(Math.min(...moments.map(({ panel }) => panel?.y ?? Number.MAX_VALUE))).toBeGreaterThan(90)
}

const SWAPS = {
  'body.innerHTML': () => {
    const html = String(Reflect.get(window, 'other'))
    document.body.innerHTML = html
  },
  'body.replaceWith': () => {
    const html = String(Reflect.get(window, 'other'))
    const body = document.createElement('body')
    body.innerHTML = html
    document.body.replaceWith(body)
  },
  'body.outerHTML': () => {
    const html = String(Reflect.get(window, 'other'))
    document.body.outerHTML = `<body>${html}</body>`
  },
}

for (const [name, swap] of Object.entries(SWAPS)) {
  test(`H31 ${name}`, async ({ host, page }) => {
    await host.open({})
    await swapAway(page, swap)
    await host.works()
    await expectOnce(host, 'guide_started')
    await expectOnce(host, 'step_viewed', 'one')
  })
}

const ROOTS = {
  'documentElement.replaceChildren': () => {
    const html = String(Reflect.get(window, 'other'))
    const body = document.createElement('body')
    body.innerHTML = html
    document.documentElement.replaceChildren(document.createElement('head'), body)
  },
  'another root element': () => {
    const html = String(Reflect.get(window, 'other'))
    const root = document.createElement('html')
    root.innerHTML = `<head></head><body>${html}</body>`
    document.documentElement.replaceWith(root)
  },
}

for (const [name, swap] of Object.entries(ROOTS)) {
  test(`H32 ${name}`, async ({ host, page }) => {
    await host.open({})
    await swapAway(page, swap)
    await host.works()
    await expectOnce(host, 'step_viewed', 'one')
  })
}

test('H33 document.open and write', async ({ host, page }) => {
  await host.open({})
  await page.evaluate((html) => {
    document.open()
    document.write(`<!doctype html><title>Anew</title><body>${html}`)
    document.close()
  }, OTHER)
  // What was heard on the window is gone: the host starts us anew.
  await host.call('stop')
  await page.evaluate(restart)
  await page.evaluate(() => {
    const api: unknown = Reflect.get(window, 'firstwin')
    const on: unknown = Reflect.get(Object(api), 'on')
    const hear = (properties: Record<string, unknown>, name: string): void => {
      Object(seen).reports.push({ name, properties, at: 0 })
    }
    if (typeof on === 'function') on('*', hear)
  })
  await host.works()
  await expectOnce(host, 'step_completed', 'one')
  await expectOnce(host, 'step_completed', 'two')
})

/** Reported once, of this step if one is named. */
async function expectOnce(host: Host, name: string, step?: string): Promise<void> {
  const { reports } = await host.seen()
  const found = reports.filter(
    (one) => one.name === name && (step === undefined || one.properties['step'] === step),
  )
  expect(found.map(({ properties }) => properties)).toHaveLength(1)
}
