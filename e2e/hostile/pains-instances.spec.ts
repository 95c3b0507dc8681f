import type { Page } from '@playwright/test'
import { callFirstwin } from './call-firstwin.ts'
import { installGauge } from './gauge.ts'
import { expect, test, type Host } from './test.ts'

/* What users of tour libraries suffer from, E: instances, and what is left behind. */

/** Counts the listeners of what is in the page: its window, its document, its nodes. */
const COUNT_LISTENERS = `{
  const live = new Map()
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const ids = new WeakMap()
  let next = 0
  const idOf = (one) => (ids.has(one) || ids.set(one, next += 1), ids.get(one))
  const keyOf = (target, type, run, options) =>
    [idOf(target), type, idOf(run), Boolean(options?.capture ?? (options === true))].join()
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const { signal } = Object(options)
    const target = this ?? globalThis
    if (run && !signal?.aborted) {
      const key = keyOf(target, type, run, options)
      live.set(key, { type, target })
      if (signal) add.call(signal, 'abort', () => live.delete(key))
    }
    return add.call(target, type, run, options)
  }
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    const target = this ?? globalThis
    if (run) live.delete(keyOf(target, type, run, options))
    return remove.call(target, type, run, options)
  }
  // What is not in the page, or nothing of it, goes with its owner.
  const isThere = (target) =>
    target === window || target === visualViewport || (target instanceof Node && target.isConnected)
  globalThis.listeners = () => [...live.values()].filter(({ target }) => isThere(target))
    .map(({ type }) => type).sort().join(' ')
}`

const listeners = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const count: () => string = Reflect.get(globalThis, 'listeners')
    return count()
  })

async function stopAndCount(page: Page, host: Host): Promise<string> {
  await callFirstwin(page, 'stop')
  await host.seeNothing()
  await expect(page.locator('firstwin-root')).toHaveCount(0)
  return listeners(page)
}

test('pain 38 twenty starts and stops: one panel, the listeners are as at first', async ({
  host,
  page,
}) => {
  await host.open({ before: COUNT_LISTENERS })
  const base = await stopAndCount(page, host)
  await installGauge(page)
  const times = await page.evaluate(async () => {
    const { firstwin } = globalThis as unknown as Record<'firstwin', Record<string, () => void>>
    const found: number[] = []
    for (let round = 0; round < 20; round += 1) {
      found.push(
        await gauge.time(
          () => firstwin['init']?.(),
          ({ title }) => title === 'One',
        ),
      )
      firstwin['stop']?.()
    }
    return found
  })
  expect(times.filter((ms) => !Number.isFinite(ms))).toEqual([])
  expect(await stopAndCount(page, host)).toBe(base)
  // Those of the test tool remain.
  expect(base).not.toMatch(/key|scroll|resize|focus|toggle|input/)
  await callFirstwin(page, 'init', {})
  await host.works()
})

test('pain 38 started twice: one panel, one report of each step', async ({ host, page }) => {
  await host.open({})
  await callFirstwin(page, 'init', {})
  await callFirstwin(page, 'start', 'tour')
  await host.works()
  const { reports } = await host.seen()
  const viewed = reports.filter(({ name }) => name === 'step_viewed')
  expect(viewed.map(({ properties }) => properties['step'])).toEqual(['one', 'two', 'three'])
})

test('pain 38 React’s strict mode, which mounts twice: one panel, it works', async ({ host }) => {
  await host.open({ body: '', apps: ['strict-mode'] })
  await host.works()
})

const MODULE = { apps: ['two-instances'], tag: 'none' } as const

/** Of the functions that `apps/two-instances.ts` gives the page. */
async function call(page: Page, name: string, index = 0): Promise<void> {
  await page.evaluate(([method, one]) => void Reflect.get(globalThis, method)(one), [
    name,
    index,
  ] as const)
}

test('pain 38 the module started twice: one panel', async ({ host, page }) => {
  await host.open(MODULE, { silent: true })
  await call(page, 'startOne')
  await host.seeStep('One')
  await call(page, 'startOne')
  await installGauge(page)
  await page.evaluate(() => gauge.rest(1000))
  await expect(page.getByRole('dialog', { name: 'One' })).toHaveCount(1)
})

test('pain 38 the first instance stops after the second has started: the second lives', async ({
  host,
  page,
}) => {
  await host.open(MODULE, { silent: true })
  await call(page, 'startOne')
  await host.seeStep('One')
  await call(page, 'startOne')
  await call(page, 'stopOne', 0)
  await host.works()
  await call(page, 'stopOne', 1)
  await expect(page.locator('firstwin-root')).toHaveCount(0)
})

test('pain 38 a double click on Next: one step, and the keys work at once', async ({
  host,
  page,
}) => {
  const script = `globalThis.pressed = 0
    document.querySelector('[data-firstwin]').addEventListener('click', () => (pressed += 1))`
  await host.open({ script })
  await installGauge(page)
  await page.evaluate(() => gauge.rest(400))
  const { button } = await host.look()
  if (!button) throw new Error('no button')
  await page.mouse.dblclick(button.x + button.width / 2, button.y + button.height / 2)
  // A step that comes takes the focus: on a slow machine it would after the line below.
  await host.seeStep('Two')
  // Within the time in which a second press of the mouse would be taken for an echo.
  await page.locator('[data-firstwin=target]').focus()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'pressed'))).toBe(1)
  await page.locator('a[href="#home"]').focus()
  for (let i = 0; i < 6 && !(await page.evaluate(isOnTarget)); i += 1) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'pressed'))).toBe(2)
  await host.seeStep('Two')
  await page.evaluate(() => gauge.rest(400))
  await host.seeStep('Two')
  const { reports } = await host.seen()
  expect(reports.filter(({ name }) => name === 'step_completed')).toHaveLength(1)
})

const isOnTarget = (): boolean => document.activeElement?.hasAttribute('data-firstwin') === true
