import { STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything } from './everything.ts'
import { expect, test } from './test.ts'
import { toStep } from './tour.ts'

/* Patterns of routes that would keep a regular expression busy for ever. */

const MEAN_ROUTES = [
  `/${'*'.repeat(40)}b`,
  `/${'a*'.repeat(60)}b`,
  `/${'**/'.repeat(60)}b`,
  `/${'*a/'.repeat(60)}b`,
  '/(a+)+$',
  '/([a-z]+)*$',
]

test('T31 no route pattern is slow', async ({ host, page }) => {
  const guides = MEAN_ROUTES.map((route, index) => ({
    id: `g${index}`,
    title: 'G',
    start: { route },
    steps: [toStep('Slow', undefined)],
  }))
  const journey = everything({ guides, paths: [] })
  await host.open({ ...STRICT_HOST, journey }, { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await desk.close('toast')
  const took = await page.evaluate(() => {
    const { firstwin } = globalThis as unknown as { firstwin: { page: () => void } }
    return ['a', 'a/', 'b/a'].map((part) => {
      history.replaceState({}, '', `/${part.repeat(50_000 / part.length)}`)
      const runs = [1, 2, 3].map(() => {
        const start = performance.now()
        firstwin.page()
        return performance.now() - start
      })
      return Math.min(...runs)
    })
  })
  // 5 ms for each pattern on 50,000 letters.
  expect(Math.max(...took)).toBeLessThan(5 * MEAN_ROUTES.length)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
