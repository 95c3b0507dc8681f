import { STRICT_HOST } from './a11y-page.ts'
import { everything } from './everything.ts'
import { untilQuiet } from './senses.ts'
import { expect, test } from './test.ts'

/* Whatever the host calls us with. */

test('T29 what the host calls never throws', async ({ host, page }) => {
  await host.open({ ...STRICT_HOST, journey: everything() }, { silent: true })
  const thrown = await page.evaluate(() => {
    const { firstwin } = globalThis as unknown as { firstwin: Record<string, unknown> }
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no')
        },
        ownKeys: () => {
          throw new Error('no')
        },
      },
    )
    const values = [
      undefined,
      null,
      0,
      Number.NaN,
      '',
      'x',
      [],
      {},
      circular,
      throwing,
      Symbol('x'),
      1n,
      () => {
        throw new Error('no')
      },
    ]
    const found = new Set<string>()
    const methods = [
      'identify',
      'group',
      'track',
      'page',
      'start',
      'open',
      'close',
      'explain',
      'on',
      'setLocale',
      'setTheme',
      'setConsent',
      'configure',
      'reset',
      'stop',
      'init',
    ]
    const pairs = values.flatMap((first) => values.map((second) => [first, second]))
    for (const name of methods) {
      const method = firstwin[name]
      for (const pair of typeof method === 'function' ? pairs : []) {
        try {
          Reflect.apply(method as () => void, firstwin, pair)
        } catch (error) {
          found.add(`${name}: ${String(error)}`)
        }
      }
    }
    return [...found]
  })
  // A set-up that cannot work is said so where it is made, as is what the host's own getters throw there.
  expect(thrown.filter((one) => !/^init: (?:.*FirstwinSetupError|Error: no$)/.test(one))).toEqual(
    [],
  )
  await page.evaluate(untilQuiet)
  const { errors } = await host.seen()
  expect(errors).toEqual([])
})
