import { a11yPage } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything, PARTS } from './everything.ts'
import { expect, test } from './test.ts'

/* Films and pictures for those who do not see or hear them. */

const FILM = { src: '/film.mp4', poster: '/film.png', captions: '/film.vtt', title: 'A film (5 s)' }

test('A43 a film has a name and captions, and does not play by itself', async ({ host, page }) => {
  const [path] = PARTS.paths
  const [task, ...rest] = path.tasks
  const journey = everything({ paths: [{ ...path, tasks: [{ ...task, video: FILM }, ...rest] }] })
  await host.open(a11yPage(journey), { silent: true })
  const desk = createDesk(page)
  await desk.show('checklist')
  await expect(page.locator('video, iframe')).toHaveCount(0)
  const poster = desk
    .panel('checklist')
    .getByRole('button', { name: 'Play the video: A film (5 s)' })
  await expect(poster.locator('img')).toHaveAttribute('alt', '')
  await poster.click()
  const film = page.locator('video')
  await expect(film).toHaveAttribute('aria-label', 'A film (5 s)')
  await expect(film).toHaveAttribute('controls')
  await expect(film).not.toHaveAttribute('autoplay')
  await expect(film.locator('track')).toHaveAttribute('kind', 'captions')
  await expect(film.locator('track')).toHaveAttribute('srclang', 'en')
})

test('A43 pictures of the letter have words in their place', async ({ host, page }) => {
  const [letter] = PARTS.messages
  const signedBy = { ...letter.signedBy, portrait: '/aoi.png', signature: '/aoi.svg' }
  await host.open(a11yPage(everything({ messages: [{ ...letter, signedBy }] })), { silent: true })
  const desk = createDesk(page)
  await desk.show('letter')
  const alts = await desk
    .panel('letter')
    .evaluate((panel: Element) =>
      [...panel.querySelectorAll('img')].map((one) => one.hasAttribute('alt')),
    )
  expect(alts).toEqual([true, true])
  await expect(desk.panel('letter')).toContainText('Aoi Tanaka')
})
