import type { Journey } from '@firstwin/schema'
import { STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything, PARTS } from './everything.ts'
import { untilDrawn } from './senses.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* What a journey can make happen, and what it cannot. */

const NEWS = PARTS.messages[1]

test('T5 a link to another site says where it leads, and its tab knows nothing of this one', async ({
  host,
  page,
}) => {
  // The other site tells its server what it knows of this page.
  const script = `fetch(location.pathname + '/events', { method: 'POST',
    body: JSON.stringify({ opener: globalThis.opener === null, referrer: document.referrer }) })`
  const address = host.server.add({ tag: 'none', script })
  const elsewhere = new URL(address, host.server.url.replace('127.0.0.1', 'localhost'))
  const messages = [{ ...NEWS, link: { label: 'Try it', href: elsewhere.href } }]
  await host.open({ ...STRICT_HOST, journey: everything({ messages }) }, { silent: true })
  await createDesk(page).show('news')
  const link = page.getByRole('link', { name: `Try it (${elsewhere.host})` })
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  await expect(link).toHaveAttribute('target', '_blank')
  await link.click()
  await expect.poll(() => host.server.received(address)).toEqual([{ opener: true, referrer: '' }])
})

const ROUTES = [
  '//evil.example',
  '/\\evil.example',
  'https:evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:XSS=1',
  '/ok//../\\evil',
]

for (const route of ROUTES) {
  test(`T6 a task does not lead to ${JSON.stringify(route)}`, async ({ host, page }) => {
    const [path] = PARTS.paths
    const tasks = [{ ...path.tasks[0], route }]
    const win = { ...PARTS.wins[0], id: 'w', when: { event: 'w' } }
    const celebrate = { size: 'big' as const, title: 'Hooray', next: { route } }
    const journey = everything({
      paths: [{ ...path, tasks }],
      wins: [...PARTS.wins, { ...win, celebrate }],
      guides: [{ id: 'there', title: 'There', steps: [{ ...toStep('Away', undefined), route }] }],
    })
    const init = '{ navigate: (url) => (globalThis.ways ??= []).push(url) }'
    await host.open({ ...STRICT_HOST, journey, init }, { silent: true })
    const before = await page.evaluate(() => location.href)
    const desk = createDesk(page)
    await desk.show('checklist')
    await desk.panel('checklist').getByRole('button', { name: 'Show me' }).click()
    await desk.call('start', 'there')
    await desk.call('track', 'w')
    const next = desk.panel('card').getByRole('button', { name: 'See what comes next' })
    await next.click()
    await page.evaluate(untilDrawn)
    const after = await page.evaluate(() => ({
      ways: (globalThis as unknown as { ways?: string[] }).ways ?? [],
      href: location.href,
      ran: 'XSS' in globalThis,
    }))
    expect(after).toEqual({ ways: [], href: before, ran: false })
  })
}

test('T6 a task leads to a path of the host, by its router', async ({ host, page }) => {
  const [path] = PARTS.paths
  const tasks = [{ ...path.tasks[0], route: '/drafts?x=1#y' }]
  const init = '{ navigate: (url) => (globalThis.ways ??= []).push(url) }'
  const journey = everything({ paths: [{ ...path, tasks }] })
  await host.open({ ...STRICT_HOST, journey, init }, { silent: true })
  await createDesk(page).show('checklist')
  await page.getByRole('button', { name: 'Show me' }).click()
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { ways?: string[] }).ways))
    .toEqual(['/drafts?x=1#y'])
})

const CODE = [
  { type: 'js', code: 'XSS=1' },
  { js: 'XSS=1' },
  { on: 'load', run: 'XSS=1' },
  { script: 'XSS=1' },
  'javascript:XSS=1',
  'XSS=1',
]

test('T7 a step that wants to run code is not shown, and is reported', async ({ host, page }) => {
  const guides = CODE.map((advance, index) => ({
    id: `g${index}`,
    title: 'G',
    steps: [{ ...toStep(`Code ${index}`, undefined), advance }],
  }))
  const journey = { ...everything(), guides } as unknown as Journey
  // What is wrong with a journey is said before a page can ask.
  await host.open({ ...STRICT_HOST, journey }, { silent: true })
  const desk = createDesk(page)
  for (const { id } of guides) await desk.call('start', id)
  await expect(desk.launcher).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const faults = (await host.seen()).reports.filter(({ name }) => name === 'journey_invalid')
  expect(faults.length).toBeGreaterThanOrEqual(CODE.length)
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})

test('T7 what an author adds to run code does nothing', async ({ host, page }) => {
  const more = {
    action: {
      type: 'js',
      code: 'XSS=1',
    },
    onShow: 'XSS=1',
    onclick: 'XSS=1',
    html: '<b>',
    script: 'XSS=1',
    buttons: [{ label: 'X', run: 'XSS=1' }],
    style: '*{display:none}',
  }
  const steps = ['One', 'Two', 'Three'].map((title) =>
    Object.assign(toStep(title, { id: 'target' }), more),
  )
  await host.open({ journey: tour({ steps }) })
  await host.works()
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})
