import { ENGINES } from '../browsers/browser.ts'
import { swallow } from '../gate/behaviours.ts'
import { pass } from '../gate/gate.ts'
import type { Kind } from '../kind.ts'
import { A_WHILE } from './network.ts'

const PROMISE = 'Everything arrives once, with the page or with the next one of the same origin.'

/** The page goes, at the worst moment. */
export const pageEndKinds: readonly Kind[] = [
  {
    name: 'closed-at-once',
    does: 'The tab is closed right after the last event.',
    promise: PROMISE,
    engines: ENGINES,
    async run({ open, events }) {
      const page = await open()
      await page.track(events)
      // One tab has to stay, or the browser ends.
      await open()
      await page.close()
    },
  },
  {
    name: 'closed-while-down',
    does: 'The tab is closed while the endpoint is down; the next page comes when it is up.',
    promise: PROMISE,
    engines: ENGINES,
    async run({ open, events, gate }) {
      const page = await open()
      await gate.goDown()
      await page.track(events)
      await page.run(A_WHILE)
      await page.goto('about:blank')
      await gate.comeUp()
      await open()
      await page.close()
    },
  },
  {
    name: 'closed-while-sending',
    does: 'The tab is closed while a request waits for its answer, which never comes.',
    promise: PROMISE,
    engines: ENGINES,
    async run({ open, events, gate, posts }) {
      gate.always(swallow)
      const page = await open()
      await page.track(events)
      await posts(1)
      const next = await open()
      gate.always(pass)
      await page.close()
      await next.reload()
      await next.ready()
    },
  },
  {
    name: 'left-at-once',
    does: 'The page goes to another one in the turn of the last event.',
    promise: PROMISE,
    engines: ENGINES,
    async run({ open, events, elsewhereUrl }) {
      const page = await open()
      await page.track(events, leaveFor(elsewhereUrl))
      await open()
    },
  },
  {
    name: 'reloaded',
    does: 'The page is reloaded again and again while it tracks.',
    promise: PROMISE,
    engines: ENGINES,
    async run({ open, events, random }) {
      const page = await open()
      for (let left = events; left > 0;) {
        const part = Math.min(left, random.between(3, 12))
        await page.track(part)
        await page.reload()
        await page.ready()
        left -= part
      }
    },
  },
  {
    name: 'page-crashed',
    does: 'The process of the page is killed right after the last event, the endpoint being down.',
    promise: 'Everything that was tracked is on the device: the next page delivers it.',
    engines: ['chromium', 'firefox'],
    async run({ engine, open, events, gate, startOwn }) {
      const own = engine === 'firefox' ? await startOwn() : undefined
      const page = await open({}, own)
      await gate.goDown()
      await page.track(events)
      await page.crash()
      await gate.comeUp()
      await open({}, own)
    },
  },
  {
    name: 'page-crashed-sending',
    does: 'The process of the page is killed while a request waits for its answer.',
    promise: 'Everything that was tracked is on the device: the next page delivers it.',
    engines: ['chromium'],
    async run({ open, events, gate, posts }) {
      gate.always(swallow)
      const page = await open()
      await page.track(events)
      await posts(1)
      await page.crash()
      gate.always(pass)
      await open()
    },
  },
]

/** Not in the very same turn, in which the driver would lose its answer. */
export function leaveFor(url: string): string {
  return `setTimeout(() => { location.href = ${JSON.stringify(url)} })`
}
