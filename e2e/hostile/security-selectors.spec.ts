import { a11yPage, STRICT_HOST } from './a11y-page.ts'
import { createDesk } from './desk.ts'
import { everything } from './everything.ts'
import { expect, test } from './test.ts'
import { toStep, tour } from './tour.ts'

/* Selectors that could read the page, or slow it. */

const SELECTORS = [
  'input[name=csrf][value^=a]',
  'input[value]',
  '[ value = "secret" ]',
  '[VALUE^=a]',
  'meta[content^=a]',
  'a[href*=token]',
  'a[href^="/reset"]',
  '[style*=a]',
  ':has([data-x])',
  'body:has(input[name=csrf])',
  ':is(:is(:is(a)))',
  '*:not(*) ~ * ~ * ~ *',
  'a ~ b ~ c',
  'input[val\\75 e^=a]',
  'input[/**/value^=a]',
  `.${'a'.repeat(300)}`,
  ':::',
  '[',
  '>>>',
  'a >>> ',
  '\u0000',
]

test('T13 a selector that could read or slow the page is not used', async ({ host, page }) => {
  const guides = SELECTORS.map((css, index) => ({
    id: `g${index}`,
    title: 'G',
    start: 'on-request' as const,
    steps: [toStep(`Spy ${index}`, { css })],
  }))
  const body = `<input name="csrf" value="abc"><a href="/reset?token=1">Reset</a>
    ${'<div><b></b><c></c></div>'.repeat(700)}`
  const journey = everything({ guides, paths: [] })
  const used = `globalThis.used = []
    for (const owner of [Document, DocumentFragment, Element]) for (const name of ['querySelectorAll', 'querySelector', 'matches', 'closest']) {
      const own = owner.prototype[name]
      if (own) owner.prototype[name] = function (selector) { used.push(String(selector)); return own.call(this, selector) }
    }`
  await host.open({ ...STRICT_HOST, body, script: '', before: used, journey }, { silent: true })
  const desk = createDesk(page)
  await desk.show('toast')
  await desk.close('toast')
  const took = await page.evaluate((count) => {
    const { firstwin } = globalThis as unknown as { firstwin: { start: (id: string) => void } }
    const start = performance.now()
    for (let index = 0; index < count; index += 1) firstwin.start(`g${index}`)
    return performance.now() - start
  }, SELECTORS.length)
  // Each alone took 153 ms where it was used.
  expect(took).toBeLessThan(150)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const refused = SELECTORS.slice(0, 16)
  const found = await page.evaluate(() => (globalThis as unknown as { used: string[] }).used)
  expect(refused.filter((selector) => found.some((one) => one.includes(selector)))).toEqual([])
  expect((await host.seen()).errors).toEqual([])
})

for (const css of ['input[name=csrf][value^=a]', ':::']) {
  test(`T13 a step at ${css} is told as missing once, and why`, async ({ host, page }) => {
    const steps = [toStep('Spy', { css })]
    const body = '<input name="csrf" value="abc"><main><h1>Mails</h1></main>'
    const journey = tour({ start: 'on-request', steps })
    await host.open(a11yPage(journey, { body, script: '' }), { silent: true })
    await createDesk(page).call('start', 'tour')
    const told = async () =>
      (await host.seen()).reports.filter(({ name }) => name === 'target_missing')
    // Its patience may be of the clock that the test moves.
    await expect(async () => {
      await page.evaluate(() =>
        (globalThis as unknown as { forward: (ms: number) => void }).forward(60_000),
      )
      expect(await told()).toHaveLength(1)
    }).toPass({ timeout: 8000, intervals: [100] })
    expect((await told())[0]?.properties).toMatchObject({ guide: 'tour', reason: 'refused' })
    expect(JSON.stringify(await told())).not.toContain('csrf')
    expect((await host.seen()).errors).toEqual([])
    await host.seeNothing()
  })
}
