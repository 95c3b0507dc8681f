import { ENGINES } from '../browsers/browser.ts'
import { answerWith, loseAnswer } from '../gate/behaviours.ts'
import type { Kind } from '../kind.ts'
import type { PageOptions } from '../site/page-options.ts'
import { A_WHILE } from './network.ts'

const DAY_MS = 86_400_000

/** The device and its browser. */
export const deviceKinds: readonly Kind[] = [
  clockOff('clock-ahead', 'The device’s clock is a day ahead.', DAY_MS),
  clockOff('clock-behind', 'The device’s clock is a day behind.', -DAY_MS),
  clockSet('clock-set-forward', 'The clock is set a day forward while events wait.', DAY_MS),
  clockSet('clock-set-back', 'The clock is set a day back while events wait.', -DAY_MS),
  withPage('no-locks', 'The browser has no Web Locks; three tabs send.', { locks: false }, 3),
  {
    ...withPage('journey-missing', 'The journey’s file is not there.', { journey: false }, 1),
    promise: 'What the host tracks arrives once all the same.',
    forTrackers: false,
  },
  {
    ...withPage(
      'second-endpoint-silent',
      'Events go to two endpoints, and one of them never answers.',
      { secondEndpoint: true },
      1,
    ),
    promise: 'Everything arrives once at the other: each endpoint has a queue of its own.',
    forTrackers: false,
  },
  {
    ...withPage(
      'patched',
      'Libraries of the page have replaced fetch and given arrays a toJSON.',
      { patched: true },
      1,
    ),
    forTrackers: false,
  },
  {
    ...withPage('no-storage', 'The browser refuses all storage.', { storage: 'refused' }, 1),
    promise: 'Everything arrives once, as long as the page stays open.',
  },
  withPage(
    'storage-full',
    'The origin’s storage is full to the last byte.',
    { storage: 'full' },
    1,
  ),
  {
    name: 'blocked',
    does: 'An ad blocker stops every request to the endpoint, and is switched off later.',
    promise: 'Everything waits on the device, and is delivered once requests pass again.',
    engines: ['chromium', 'firefox'],
    async run({ open, profile, gate, events }) {
      const unblock = await profile.block(gate.url)
      const page = await open()
      await page.track(Math.ceil(events / 2))
      await page.run(A_WHILE)
      await page.reload()
      await page.ready()
      await page.track(Math.floor(events / 2))
      await page.run(A_WHILE)
      await unblock()
      await page.reload()
      await page.ready()
    },
  },
]

/** Sent at once and after failures, with a clock that is off by the same all the time. */
function clockOff(name: string, does: string, clockMs: number): Kind {
  return {
    name,
    does,
    promise: 'Everything arrives once, with the right time by the collector’s clock.',
    engines: ENGINES,
    async run({ open, events, gate, posts }) {
      gate.next(loseAnswer, answerWith(503))
      const page = await open({ clockMs })
      await page.track(events - 1)
      await posts(1)
      await page.track(1)
    },
  }
}

function clockSet(name: string, does: string, clockMs: number): Kind {
  return {
    name,
    does,
    promise:
      'Everything arrives once, in order. Not: the time of what waited, which is off by up to as much as the clock was set.',
    notPromised: ['mistimed'],
    engines: ENGINES,
    async run({ open, events, gate }) {
      await gate.goDown()
      const page = await open()
      await page.track(events - 1)
      await page.moveClock(clockMs)
      await page.track(1)
      await gate.comeUp()
    },
  }
}

function withPage(name: string, does: string, ...[options, pages]: [PageOptions, number]): Kind {
  return {
    name,
    does,
    promise: 'Everything arrives once.',
    engines: ENGINES,
    async run({ open, events, gate }) {
      gate.next(loseAnswer, answerWith(503))
      const share = Math.ceil(events / pages)
      const opened = []
      for (let index = 0; index < pages; index += 1) opened.push(await open(options))
      await Promise.all(opened.map((page) => page.track(share)))
    },
  }
}
