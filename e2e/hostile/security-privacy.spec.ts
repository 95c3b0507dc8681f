import type { Journey } from '@firstwin/schema'
import type { Page } from '@playwright/test'
import { a11yPage, STRICT_HOST } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { everything } from './everything.ts'
import type { HostPage } from './host-page.ts'
import { expect, test, type Host } from './test.ts'

/* What is told of the user, and what is kept. */

/** Stands wherever a page holds what is private. */
const CANARY = 'canary7secret'

const BODY = `<main><h1>${CANARY}</h1><form id="${CANARY}" action="/x/${CANARY}">
<label>Subject <input name="subject" value="${CANARY}"></label>
<label>Card <input type="password" name="${CANARY}" value="${CANARY}"></label>
<button type="button" data-firstwin="target" data-secret="${CANARY}" title="${CANARY}" class="${CANARY}">
Send ${CANARY}</button></form><meta name="csrf" content="${CANARY}"></main>`

const WAY = `/users/mio-${CANARY}@example.com/0192f0c4-1111-7abc-8def-0123456789ab/4711?token=${CANARY}#access_token=${CANARY}`

const DATA = { endpoint: '{page}/events', key: 'public-key', debug: 'false' }

/** All that is stored, as the text of keys and values. */
const storedOn = (page: Page): Promise<[string, string][]> =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((storage) =>
      Object.keys(storage).map((key): [string, string] => [key, storage.getItem(key) ?? '']),
    ),
  )

async function showAll(page: Page, host: Host): Promise<string> {
  const script = `document.title = '${CANARY}'`
  const address = host.server.add({
    ...STRICT_HOST,
    body: BODY,
    script,
    data: DATA,
    journey: everything(),
  })
  await page.goto(`${address}${WAY}`)
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  await desk.call('identify', 'user-1', { plan: 'trial', note: 'traits' })
  await page.getByLabel('Subject').fill(`${CANARY} typed`)
  await desk.each(KINDS, () => Promise.resolve())
  await desk.call('track', 'pick')
  await desk.show('step')
  for (const name of ['Next', 'Next', 'Done']) {
    await page.getByRole('button', { name, exact: true }).press('Enter')
  }
  await page.getByRole('button', { name: /^Send/ }).click()
  return address
}

test('T22 nothing of the page is told: not what is typed, nor titles, nor addresses', async ({
  host,
  page,
}) => {
  const address = await showAll(page, host)
  const told = (): string => JSON.stringify(host.server.received(address))
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect.poll(told).toContain('guide_completed')
  expect(told()).toContain('step_viewed')
  expect(told()).not.toContain(CANARY)
  expect(told()).not.toMatch(/0192f0c4|4711|example\.com|token/)
  expect(told()).toContain('/users/:id/:id/:id')
  const asked = host.server.asked(address).map(({ path }) => path)
  expect(asked.filter((path) => path.startsWith('/events') && path !== '/events')).toEqual([])
  const stored = JSON.stringify(await storedOn(page))
  expect(stored).toContain('fw:')
  expect(stored).not.toContain(CANARY)
})

/** What a browser says for its user. */
const NOES = {
  'Global Privacy Control': `Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })`,
  'Do Not Track, where the host respects it': `Object.defineProperty(navigator, 'doNotTrack', { value: '1' })`,
}

for (const [name, before] of Object.entries(NOES)) {
  test(`T22 ${name}: all is shown, nothing is kept and nothing told`, async ({ host, page }) => {
    const data = { ...DATA, 'respect-do-not-track': 'true', 'forward-tracked': 'true' }
    const address = await host.open({ before, data })
    await host.works()
    await host.call('identify', 'user-1', { note: CANARY })
    await host.call('track', 'Opened')
    await page.evaluate(() => dispatchEvent(new Event('pagehide')))
    expect(await storedOn(page)).toEqual([])
    expect(host.server.received(address)).toEqual([])
  })
}

test('T22 until the user agrees, what is to be told is in memory only', async ({ host, page }) => {
  const data = { ...DATA, consent: 'pending', 'forward-tracked': 'true' }
  const address = await host.open({ data })
  await host.works()
  await host.call('track', 'Opened')
  expect(await storedOn(page)).toEqual([])
  expect(host.server.received(address)).toEqual([])
  await host.call('setConsent', 'granted')
  await expect.poll(() => JSON.stringify(host.server.received(address))).toContain('Opened')
})

test('T22 what the host asks to be left out is not even kept', async ({ host, page }) => {
  const address = await host.open({
    data: { ...DATA, 'forward-tracked': 'true' },
    init: `{ redact: (event) => event.event === 'Secret' ? undefined
      : { ...event, properties: { ...event.properties, card: undefined } } }`,
  })
  await host.works()
  await host.call('track', 'Secret', { card: CANARY })
  await host.call('track', 'Paid', { card: CANARY, plan: 'pro' })
  expect(JSON.stringify(await storedOn(page))).not.toContain(CANARY)
  const told = (): string => JSON.stringify(host.server.received(address))
  await expect.poll(told).toContain('Paid')
  expect(told()).toContain('"pro"')
  expect(told()).not.toContain(CANARY)
  expect(told()).not.toContain('Secret')
})

/** What is told of a setup into which the canary was typed, event by event. */
async function toldOfSetup(host: Host, page: Page, more: HostPage = {}): Promise<string[]> {
  const own = { ...STRICT_HOST, data: DATA, journey: everything(), ...more }
  const address = await host.open(own, { silent: true })
  const desk = createDesk(page)
  await desk.show('setup')
  await page.getByRole('radio', { name: 'Newsletter' }).check()
  await page.getByLabel('Send at (hour)').fill('9')
  await page.getByLabel('Name of your shop').fill(CANARY)
  await page.getByRole('button', { name: 'Use these settings' }).click()
  await expect(desk.panel('setup')).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  const told = (): string[] =>
    host.server
      .received(address)
      .flatMap((body) => (body as { batch: object[] }).batch)
      .map((event) => JSON.stringify(event))
  await expect.poll(() => told().join()).toContain('"setup_applied"')
  await expect
    .poll(async () => (await storedOn(page)).filter(([key]) => key.startsWith('fw:q:')))
    .toEqual([])
  expect(JSON.stringify(await storedOn(page))).not.toContain(CANARY)
  return told()
}

test('T22 what is typed into a setup is told to nobody, what is chosen is', async ({
  host,
  page,
}) => {
  const told = await toldOfSetup(host, page)
  expect(told.join()).not.toContain(CANARY)
  const applied = told.find((event) => event.includes('setup_applied')) ?? '{}'
  expect(JSON.parse(applied)).toMatchObject({
    properties: { setup: 'setup', values: { hour: 9, template: 'news' } },
  })
})

/** The author wants to know what is typed. */
function reporting(): Journey {
  const journey = structuredClone(everything())
  for (const field of journey.setups?.flatMap(({ fields }) => fields) ?? []) {
    if ('text' in field) Object.assign(field, { report: true })
  }
  return journey
}

test('T22 where the author asks for it, it is told as a value, nowhere else, and not kept', async ({
  host,
  page,
}) => {
  const told = await toldOfSetup(host, page, { journey: reporting() })
  const [one, ...more] = told.filter((event) => event.includes(CANARY))
  expect(more).toEqual([])
  expect(JSON.parse(one ?? '{}')).toMatchObject({
    event: 'setup_applied',
    properties: { setup: 'setup', values: { shop: CANARY, hour: 9, template: 'news' } },
  })
})

test('T22 the values of a setup are told to nobody where the host asks so', async ({
  host,
  page,
}) => {
  const told = await toldOfSetup(host, page, {
    journey: reporting(),
    init: `{ redact: (event) => ({ ...event, properties: { ...event.properties, values: undefined } }) }`,
  })
  expect(told.join()).not.toContain(CANARY)
})

test('T23 what is stored is progress, under keys of its own, and small', async ({ host, page }) => {
  await showAll(page, host)
  const stored = await storedOn(page)
  expect(stored.length).toBeGreaterThan(2)
  for (const [key, value] of stored) {
    expect(key).toMatch(/^fw:/)
    // What waits to be sent is bounded on its own, and gone once it is.
    if (!key.startsWith('fw:q:')) expect(value.length, key).toBeLessThan(4096)
    if (!key.startsWith('fw:q:')) {
      expect(value, key).not.toMatch(/trial|traits|plan|Three small steps/)
    }
  }
})

test('T32 what was answered is nowhere in the page afterwards', async ({ host, page }) => {
  await host.open(a11yPage(undefined, { data: DATA }), { silent: true })
  const desk = createDesk(page)
  await desk.show('survey')
  await page.getByRole('radio', { name: '3', exact: true }).check()
  await page.getByRole('button', { name: 'Send answer' }).press('Enter')
  const field = page.getByRole('textbox', { name: 'What made you happiest?' })
  await field.fill(CANARY)
  // The very field: it may live on outside of the page.
  await field.evaluate((one: Element) => void Reflect.set(globalThis, 'field', one))
  await page.getByRole('button', { name: 'Send answer' }).press('Enter')
  await expect(page.locator('textarea')).toHaveCount(0)
  const left = await page.evaluate((secret) => {
    const typed = Reflect.get(globalThis, 'field') as HTMLTextAreaElement
    const shadow = document.querySelector('firstwin-root')?.shadowRoot
    const values = [...(shadow?.querySelectorAll('input, textarea') ?? [])].map((one) =>
      'value' in one ? String(one.value) : '',
    )
    return {
      value: typed.value,
      isConnected: typed.isConnected,
      text: [shadow?.textContent ?? '', ...values].some((text) => text.includes(secret)),
    }
  }, CANARY)
  expect(left).toEqual({ value: '', isConnected: false, text: false })
  const kept = (await storedOn(page)).filter(([key]) => !key.startsWith('fw:q:'))
  expect(JSON.stringify(kept)).not.toContain(CANARY)
})
