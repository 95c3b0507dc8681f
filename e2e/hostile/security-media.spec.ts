import type { Journey } from '@firstwin/schema'
import { STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything, PARTS } from './everything.ts'
import { untilDrawn } from './senses.ts'
import { expect, test } from './test.ts'

/* Films and pictures: nothing but that, and nobody hears who looks at them. */

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
