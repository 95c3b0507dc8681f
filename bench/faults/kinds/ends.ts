import { CAN_MOUNT } from '../small-disk.ts'
import { untilSure } from '../until.ts'
import type { Kind } from '../kind.ts'
import { A_WHILE } from './network.ts'

/** The browser or the collector ends as a whole. */
export const endKinds: readonly Kind[] = [
  {
    name: 'browser-killed',
    does: 'The browser is killed by SIGKILL, and started again on the same profile.',
    promise: 'Everything arrives that the browser had written to its disk by then.',
    engines: ['chromium', 'firefox'],
    forTrackers: false,
    async run({ open, events, gate, startOwn }) {
      const own = await startOwn()
      const page = await open({}, own)
      await gate.goDown()
      await page.track(events)
      await untilSure('the browser’s writing', async () =>
        own.hasWritten(String(await page.run(LAST_KEY))),
      )
      await own.kill()
      await gate.comeUp()
      await open({}, await startOwn())
    },
  },
  {
    name: 'collector-killed',
    does: 'The collector is killed by SIGKILL twice while three tabs report, and started again.',
    promise: 'Everything arrives once: what was answered was on disk, and the rest is sent again.',
    engines: ['chromium'],
    forTrackers: false,
    ownCollector: 'usual-disk',
    async run({ open, events, collector, gate, random, posts }) {
      const pages = [await open(), await open(), await open()]
      const share = Math.ceil(events / 6)
      for (let round = 0; round < 2; round += 1) {
        const before = gate.posts()
        const sent = Promise.all(pages.map((page) => page.track(share)))
        if (random.next() < 0.7) await posts(before + 1)
        await collector.kill()
        await sent
        await pages[0]?.run(A_WHILE)
        await collector.start()
      }
    },
  },
  {
    name: 'collector-restarted',
    does: 'The collector is stopped as for an update, and started again.',
    promise: 'Everything arrives once.',
    engines: ['chromium'],
    forTrackers: false,
    ownCollector: 'usual-disk',
    async run({ open, events, collector, posts }) {
      const page = await open()
      await page.track(Math.ceil(events / 2))
      await posts(1)
      await collector.stop()
      await page.track(Math.floor(events / 2))
      await page.run(A_WHILE)
      await collector.start()
    },
  },
  {
    name: 'disk-full',
    does: 'The collector’s disk is full, and has room again later.',
    promise: 'Everything arrives once: what could not be written was not answered with a yes.',
    engines: CAN_MOUNT ? ['chromium'] : [],
    forTrackers: false,
    ownCollector: 'small-disk',
    async run({ open, events, gate, collector }) {
      const page = await open()
      await page.track(Math.ceil(events / 2))
      await collector.disk?.fill()
      await page.track(Math.floor(events / 2))
      await untilSure('an answer that the disk is full', () => gate.failures() > 0)
      await collector.disk?.free()
    },
  },
]

/** The key under which the last event waits. */
const LAST_KEY = `Object.keys(localStorage).filter((key) => key.startsWith('fw:q')).sort().at(-1)`
