import type { Page } from '@playwright/test'
import { toPublicText } from '../../packages/cli/src/sign/signing-key.ts'
import type { HostFile, HostPage } from './host-page.ts'
import { untilQuiet } from './senses.ts'
import {
  DAY_S,
  EVIL,
  evil,
  flipped,
  KEY,
  knows,
  nowS,
  pinned,
  signed,
  SUCCESSOR,
} from './signed-journey.ts'
import { expect, test, type Host } from './test.ts'

/* T17: of a page that pins a key, whatever came in place of the journey. */

/** What comes in place of the journey, and the reason by which it is refused. */
type Attack = readonly [reason: string, what: string, toFile: (origin: string) => HostFile]

const ATTACKS: readonly Attack[] = [
  [
    'bytes',
    'one byte of the journey has changed',
    (origin) => ({
      body: flipped(signed(origin), 'journey'),
    }),
  ],
  [
    'bytes',
    'another journey stands beside a good signature',
    (origin) => ({
      body: JSON.stringify({ ...JSON.parse(signed(origin)), journey: evil() }),
    }),
  ],
  [
    'signature',
    'one byte of the manifest has changed',
    (origin) => ({
      body: flipped(signed(origin), 'manifest'),
    }),
  ],
  [
    'signature',
    'one byte of the signature has changed',
    (origin) => ({
      body: flipped(signed(origin), 'signature'),
    }),
  ],
  ['signature', 'another key has signed it', (origin) => ({ body: signed(origin, {}, EVIL) })],
  [
    'audience',
    'it is signed for another origin',
    () => ({
      body: signed('https://other.example.com'),
    }),
  ],
  ['expired', 'its time is over', (origin) => ({ body: signed(origin, { exp: nowS() - 1 }) })],
  ['unsigned', 'it is not signed', () => ({ body: evil() })],
  [
    'redirect',
    'its address leads to another one',
    () => ({
      body: '',
      location: '{page}/elsewhere.json',
    }),
  ],
  [
    'too-large',
    'it has 300 kB',
    (origin) => ({
      body: signed(origin).padEnd(300_000, ' '),
    }),
  ],
  ['type', 'it is served as text', (origin) => ({ body: signed(origin), type: 'text/plain' })],
]

const reasons = async (host: Host): Promise<unknown[]> => {
  const { reports } = await host.seen()
  const rejected = reports.filter(({ name }) => name === 'journey_rejected')
  return rejected.map(({ properties }) => properties['reason'])
}

/** Refused for this reason, said once to whoever listens and to the console. */
async function expectRefused(host: Host, page: Page, reason: string): Promise<void> {
  const said = (await knows(page)) ? reason : 'unsupported'
  await expect.poll(() => reasons(host)).toEqual([said])
  const { errors, warnings } = await host.seen()
  expect(errors).toEqual([])
  expect(warnings).toEqual([`[firstwin] journey-rejected ${said}`])
}

async function expectNothing(page: Page): Promise<void> {
  await page.evaluate(untilQuiet)
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  await page.getByLabel('Subject').fill('Hello')
  await expect(page.getByLabel('Subject')).toHaveValue('Hello')
}

test('T17 a journey that the pinned key has signed is shown', async ({ host, page }) => {
  await host.open(pinned({ body: signed(host.server.url) }).page, { silent: true })
  if (await knows(page)) await host.works()
  else await expectRefused(host, page, 'unsupported')
})

test('T17 each of two pinned keys may have signed it, so that one can follow the other', async ({
  host,
  page,
}) => {
  const trust = `${toPublicText(KEY)} ${toPublicText(SUCCESSOR)}`
  const { files, page: described } = pinned({ body: signed(host.server.url) }, trust)
  await host.open(described, { silent: true })
  if (!(await knows(page))) return
  await host.seeStep('One')
  files['signed.json'] = { body: signed(host.server.url, { seq: 6 }, SUCCESSOR) }
  await page.reload()
  await host.seeStep('One')
  expect(await reasons(host)).toEqual([])
})

for (const [reason, what, toFile] of ATTACKS) {
  test(`T17 nothing is shown where ${what}`, async ({ host, page }) => {
    const { files, page: described } = pinned(toFile(host.server.url))
    files['elsewhere.json'] = { body: signed(host.server.url) }
    await host.open(described, { silent: true })
    const early = ['redirect', 'too-large', 'type', 'unsigned'].includes(reason)
    if (early) await expect.poll(() => reasons(host)).toEqual([reason])
    else await expectRefused(host, page, reason)
    await expectNothing(page)
  })

  test(`T17 the last good copy is shown where ${what}`, async ({ host, page }) => {
    const { files, page: described } = pinned({ body: signed(host.server.url) })
    files['elsewhere.json'] = { body: signed(host.server.url, { seq: 6 }) }
    await host.open(described, { silent: true })
    if (!(await knows(page))) return
    await host.seeStep('One')
    files['signed.json'] = toFile(host.server.url)
    await page.reload()
    await expectRefused(host, page, reason)
    await host.works()
  })
}

test('T17 an older journey is refused by a device that has had a newer one', async ({
  host,
  page,
}) => {
  const { files, page: described } = pinned({ body: signed(host.server.url) })
  await host.open(described, { silent: true })
  if (!(await knows(page))) return
  await host.seeStep('One')
  files['signed.json'] = { body: signed(host.server.url, { seq: 4 }) }
  await page.reload()
  await expectRefused(host, page, 'older')
  await host.works()
})

test('T17 a copy whose own time is over is not shown either', async ({ host, page }) => {
  const { files, page: described } = pinned({ body: signed(host.server.url) })
  await host.open(described, { silent: true })
  if (!(await knows(page))) return
  await host.seeStep('One')
  files['signed.json'] = { body: evil() }
  // Two days later, by the clock of the device.
  const later = `const now = Date.now; Date.now = () => now() + ${2 * DAY_S * 1000}`
  Object.assign(described, { before: later })
  await page.reload()
  await expectRefused(host, page, 'unsigned')
  await expectNothing(page)
})

test('T17 a copy that was changed on the device is not shown', async ({ host, page }) => {
  const { files, page: described } = pinned({ body: signed(host.server.url) })
  await host.open(described, { silent: true })
  if (!(await knows(page))) return
  await host.seeStep('One')
  files['signed.json'] = { body: evil() }
  await page.evaluate(() => {
    for (const [key, text] of Object.entries(localStorage)) {
      if (key.startsWith('fw:trusted')) localStorage.setItem(key, text.replaceAll('One', 'Two'))
    }
  })
  await page.reload()
  await expectRefused(host, page, 'unsigned')
  await expectNothing(page)
})

test('T17 a journey over http is not even asked for', async ({ host, page }) => {
  const { page: described } = pinned({ body: '' })
  const data = { ...described.data, journey: 'http://insecure.example/signed.json' }
  await host.open({ ...described, data }, { silent: true })
  await expect.poll(() => reasons(host)).toEqual(['insecure'])
  await expectNothing(page)
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(asked.filter((url) => url.includes('insecure.example'))).toEqual([])
})

const KEYS = [EVIL, SUCCESSOR, KEY].map(toPublicText).join()

for (const [what, trust] of [
  ['an empty text', ''],
  ['what is no key', 'no key'],
  ['the right key behind two others', KEYS],
] as const) {
  test(`T17 nothing is shown where ${what} is pinned`, async ({ host, page }) => {
    await host.open(pinned({ body: signed(host.server.url) }, trust).page, { silent: true })
    await expectRefused(host, page, 'signature')
    await expectNothing(page)
  })
}

test('T17 a journey that the page hands over has to be signed too', async ({ host, page }) => {
  const described: HostPage = { data: { trust: toPublicText(KEY) }, init: `{ journey: ${evil()} }` }
  await host.open(described, { silent: true })
  await expect.poll(() => reasons(host)).toEqual(['unsigned'])
  await expectNothing(page)
})

test('T17 the refusal is reported to the endpoint, with the journey that is shown instead', async ({
  host,
  page,
}) => {
  const { files, page: described } = pinned({ body: signed(host.server.url) })
  const data = { ...described.data, endpoint: '{page}/events' }
  const address = await host.open({ ...described, data }, { silent: true })
  if (!(await knows(page))) return
  await host.seeStep('One')
  files['signed.json'] = { body: evil() }
  await page.reload()
  await expect
    .poll(() => JSON.stringify(host.server.received(address)))
    .toContain('"event":"journey_rejected"')
  const batches = host.server.received(address) as {
    batch: { event: string; properties: Record<string, unknown> }[]
  }[]
  const told = batches.flatMap(({ batch }) => batch).filter(({ event }) => /rejected/.test(event))
  expect(told.map(({ properties }) => properties)).toEqual([
    expect.objectContaining({ reason: 'unsigned', journey: 'hostile' }),
  ])
})
