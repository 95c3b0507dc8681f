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
    ...{
      script: 'XSS=1',
      buttons: [
        {
          label: 'X',
          run: 'XSS=1',
        },
      ],
      style: '*{display:none}',
    },
  }
  const steps = ['One', 'Two', 'Three'].map((title) => ({
    ...toStep(title, { id: 'target' }),
    ...more,
  }))
  await host.open({ journey: tour({ steps }) })
  await host.works()
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})

/** The addresses that were asked for since the page was opened, by the ends of their paths. */
const askedFor = (ending: string): Promise<boolean> =>
  Promise.resolve(
    performance.getEntriesByType('resource').some(({ name }) => name.includes(ending)),
  )

const [PATH] = PARTS.paths
const withFilm = (video: object): Journey =>
  everything({
    paths: [{ ...PATH, tasks: [{ ...PATH.tasks[0], video }] }],
  } as unknown as Partial<Journey>)

test('T8 a film is asked for by a press, and is nothing but a film', async ({ host, page }) => {
  const video = { src: '/film.mp4', poster: '/poster.png', title: 'A film' }
  await host.open({ ...STRICT_HOST, journey: withFilm(video) }, { silent: true })
  const desk = createDesk(page)
  await desk.show('checklist')
  await expect(page.locator('video, iframe, object, embed')).toHaveCount(0)
  await page.evaluate(untilDrawn)
  expect(await page.evaluate(askedFor, 'film.mp4')).toBe(false)
  await page.getByRole('button', { name: 'Play the video' }).click()
  const film = await page
    .locator('video')
    .evaluate((one: Element) =>
      Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
    )
  expect(film).toEqual({
    class: 'film',
    controls: '',
    preload: 'none',
    src: '/film.mp4',
    poster: '/poster.png',
    'aria-label': 'A film',
  })
})

test('T8 what is no film is not drawn', async ({ host, page }) => {
  const sources = [
    'javascript:XSS=1',
    'data:text/html,<script>XSS=1</script>',
    'http://evil.example/a.mp4',
    'blob:null/1',
    '//evil.example/a.mp4',
    'https://user@evil.example/a.mp4',
  ]
  const [task] = PATH.tasks
  const tasks = sources.map((src, index) => ({
    ...task,
    id: `t${index}`,
    win: 'pick',
    title: `Task ${index}`,
    video: {
      src,
      poster: src,
      captions: src,
      title: 'A film',
      srcdoc: '<b>',
      autoplay: true,
    },
  }))
  const journey = { ...everything(), paths: [{ ...PATH, order: 'any', tasks }] }
  await host.open({ ...STRICT_HOST, journey: journey as unknown as Journey }, { silent: true })
  const desk = createDesk(page)
  await desk.show('checklist')
  await expect(page.getByRole('listitem')).toHaveCount(sources.length)
  await expect(page.locator('video, iframe, .film, .panel img')).toHaveCount(0)
  expect(await page.evaluate(() => 'XSS' in globalThis)).toBe(false)
})

test('T9 pictures tell nobody who looks at them', async ({ host, page }) => {
  const [letter] = PARTS.messages
  const journey = (address: string): Journey =>
    everything({
      messages: [
        {
          ...letter,
          signedBy: {
            ...letter.signedBy,
            portrait: `${address}/a.png`,
            signature: `${address}/b.png`,
          },
        },
      ],
      paths: [
        {
          ...PATH,
          tasks: [
            { ...PATH.tasks[0], video: { src: '/f.mp4', poster: `${address}/c.png`, title: 'F' } },
          ],
        },
      ],
    })
  const pictures = host.server.add({ tag: 'none' })
  await host.open({ ...STRICT_HOST, journey: journey(pictures) }, { silent: true })
  const desk = createDesk(page)
  await desk.show('checklist')
  await desk.close('checklist')
  await desk.show('letter')
  const tags = await page
    .locator('.panel img')
    .first()
    .evaluate((one: Element) =>
      [...(one.getRootNode() as ShadowRoot).querySelectorAll<HTMLImageElement>('img')].map(
        ({ referrerPolicy, alt }) => ({ referrerPolicy, hasAlt: typeof alt === 'string' }),
      ),
    )
  for (const tag of tags) expect(tag).toEqual({ referrerPolicy: 'no-referrer', hasAlt: true })
  await expect.poll(() => host.server.asked(pictures).length).toBeGreaterThanOrEqual(2)
  for (const { path, referer } of host.server.asked(pictures)) expect(referer, path).toBeUndefined()
})

test('T9 pictures that could carry more are not drawn', async ({ host, page }) => {
  const [letter] = PARTS.messages
  const sources = [
    'http://evil.example/a.png',
    'data:image/svg+xml,<svg/>',
    'javascript:1',
    '//e.example/a',
  ]
  const messages = sources.map((src, index) => ({
    ...letter,
    id: `l${index}`,
    title: `Letter ${index}`,
    signedBy: { ...letter.signedBy, portrait: src, signature: src },
  }))
  await host.open({ ...STRICT_HOST, journey: everything({ messages }) }, { silent: true })
  for (const index of sources.keys()) {
    await createDesk(page).call('start', `l${index}`)
    await expect(page.locator('.layer:not([inert]) .letter h2')).toHaveText(`Letter ${index}`)
    await expect(page.locator('.layer:not([inert]) .letter img')).toHaveCount(0)
  }
})
