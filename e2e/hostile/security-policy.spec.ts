import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../scripts/prepare/root.js'
import { a11yPage, STRICT_HOST } from './a11y-page.ts'
import { createDesk, KINDS } from './desk.ts'
import { everything } from './everything.ts'
import { expect, test, type Host } from './test.ts'
import { tour } from './tour.ts'

/* Policies of the host's that allow next to nothing. */

const STRICT = "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'"
const TYPES = "require-trusted-types-for 'script'; trusted-types 'none'"

const POLICIES = {
  'T24 a policy that allows scripts by their nonce, and style sheets of the host': `${STRICT}; connect-src 'self'`,
  'T24 a policy that allows no style at all': `${STRICT.replace("'self'", "'none'")}; connect-src 'self'`,
  'T25 Trusted Types without any policy': `${STRICT}; connect-src 'self'; ${TYPES}`,
} as const

/** A host that forbids its own style sheet is told so, and in WebKit of the icon that it has not got. */
const OF_HOST = /^style-src\S* http.*host\.css$|favicon\.ico$/

async function expectNoRefusal(host: Host): Promise<void> {
  const { refusals, errors } = await host.seen()
  expect(refusals.filter((one) => !OF_HOST.test(one))).toEqual([])
  expect(errors).toEqual([])
}

for (const [name, policy] of Object.entries(POLICIES)) {
  const headers = { 'Content-Security-Policy': policy }
  test(`${name}: a tour`, async ({ host }) => {
    await host.open({ ...STRICT_HOST, headers, journey: tour() })
    for (const title of ['One', 'Two', 'Three'] as const) {
      await host.seeStep(title)
      await host
        .panel(title)
        .getByRole('button', { name: /Next|Done/ })
        .press('Enter')
    }
    await expect(host.panel('Three')).toBeHidden()
    await expectNoRefusal(host)
  })

  test(`${name}: all that is shown`, async ({ host, page }) => {
    await host.open(a11yPage(everything(), { headers }), { silent: true })
    const desk = createDesk(page)
    await expect(desk.launcher).toBeVisible()
    await desk.each(KINDS, async (kind) => {
      const position = await desk
        .panel(kind)
        .evaluate((panel: Element) => getComputedStyle(panel).position)
      expect(position, kind).not.toBe('static')
    })
    await desk.show('setup')
    await desk.panel('setup').getByRole('radio', { name: 'Newsletter' }).check()
    await page.getByLabel('Send at (hour)').fill('99')
    await page.getByRole('button', { name: 'Use these settings' }).click()
    await expect(page.getByText('Please enter 23 or less.')).toBeVisible()
    await expectNoRefusal(host)
  })
}

test('T24 where the endpoint is forbidden all is shown as ever', async ({ host, page }) => {
  const headers = { 'Content-Security-Policy': `${STRICT}; connect-src 'none'` }
  const init = `{ journey: ${JSON.stringify(tour())}, endpoint: '/collect' }`
  await host.open({ ...STRICT_HOST, headers, init })
  for (const title of ['One', 'Two', 'Three'] as const) {
    await host
      .panel(title)
      .getByRole('button', { name: /Next|Done/ })
      .press('Enter')
  }
  await expect(host.panel('Three')).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  const { errors, refusals } = await host.seen()
  expect(errors).toEqual([])
  const others = refusals.filter((one) => !OF_HOST.test(one))
  for (const refusal of others) expect(refusal).toContain('connect-src')
})

/** A host whose policy names its scripts by their hashes brings others by one of those. */
const LOADER = `const tag = document.createElement('script')
tag.src = '/firstwin/firstwin.js'
tag.dataset.journey = location.pathname + '/journey.json'
tag.dataset.debug = 'false'
document.head.append(tag)`

test('T26 scripts by their hashes, and what those bring: all is shown', async ({ host, page }) => {
  const headers = {
    'Content-Security-Policy': `default-src 'none'; script-src {hashes} 'strict-dynamic'; style-src 'self'; connect-src 'self'; ${TYPES.replace("require-trusted-types-for 'script'; ", '')}`,
  }
  const { body, css } = STRICT_HOST
  await host.open(
    { body, css, script: LOADER, tag: 'none', headers, journey: everything() },
    { silent: true },
  )
  const desk = createDesk(page)
  await expect(desk.launcher).toBeVisible()
  await desk.each(['step', 'card', 'toast'], () => Promise.resolve())
  await expectNoRefusal(host)
})

test('T26 scripts by their hashes alone: the guide shows, from one file', async ({
  host,
  page,
}) => {
  const file = readFileSync(
    join(process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script'), 'firstwin.whole.js'),
  )
  const hash = `sha256-${Buffer.from(await crypto.subtle.digest('SHA-256', file)).toString('base64')}`
  const headers = {
    'Content-Security-Policy': `script-src {hashes} '${hash}'; style-src 'self'; connect-src 'self'`,
  }
  const { body, css, script } = STRICT_HOST
  const tag = `<script integrity="${hash}" src="/firstwin/firstwin.whole.js" data-journey="./journey.json"></script>`
  const address = host.server.add({
    body,
    css,
    headers,
    journey: tour(),
    tag: 'none',
    script,
    head: `<base href="">${tag}`,
  })
  // The journey lies below the page.
  await page.goto(`${address}/`)
  await page.getByLabel('Subject').fill('The host works')
  await host.seeStep('One')
})

const DIST = process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script')
const SINKS =
  /new Function|\beval\(|\binnerHTML\b|outerHTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|setHTML|DOMParser|javascript:/

for (const file of readdirSync(DIST).filter((name) => name.endsWith('.js'))) {
  test(`T27 ${file} makes no code and no markup of text`, () => {
    const code = readFileSync(join(DIST, file), 'utf8')
    const found = SINKS.exec(code)
    const around = found && code.slice(Math.max(0, found.index - 80), found.index + 80)
    expect(around).toBeNull()
  })
}

const isFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file))

test('T16 what is in the address opens nothing in production', async ({ host, page }) => {
  // As the tag stands in production: neither development nor the inspector is named.
  const address = host.server.add(a11yPage(tour(), { data: { debug: 'false' } }))
  const bait = encodeURIComponent('{"host":"https://evil.example"}')
  const hash = `#guide_preview=${bait}&__firstwin=${bait}&firstwin=inspect`
  await page.goto(
    `${address}?firstwin=inspect&guide_preview=${bait}&journey=//evil.example/j.json${hash}`,
  )
  await host.seeStep('One')
  await page.keyboard.press('Alt+Shift+W')
  // All that a first step brings has come by then.
  await expect.poll(() => page.evaluate(isFetched, 'firstwin-late.js')).toBe(true)
  await host.works()
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  )
  expect(asked.filter((name) => /evil|firstwin-(?:door|inspect)/.test(name))).toEqual([])
  await expect(page.locator('firstwin-root')).toHaveCount(1)
})

test('T16 the documents tell hosts of frame-ancestors', () => {
  const names = [
    'README.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ]
  const texts = names.map((name) => readFileSync(join(ROOT, name), 'utf8'))
  expect(texts.some((text) => text.includes('frame-ancestors'))).toBe(true)
})
