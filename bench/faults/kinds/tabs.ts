import { ENGINES } from '../browsers/browser.ts'
import { answerWith, loseAnswer, swallow } from '../gate/behaviours.ts'
import { pass } from '../gate/gate.ts'
import type { Kind, Stage } from '../kind.ts'
import type { Page } from '../page.ts'
import { leaveFor } from './page-ends.ts'

const PROMISE = 'Everything of every tab arrives once, each tab’s in its order.'

/** Many tabs, and tabs that come and go. */
export const tabKinds: readonly Kind[] = [
  {
    name: 'ten-tabs',
    does: 'Ten tabs track at the same time, over a network that fails now and then.',
    promise: PROMISE,
    engines: ENGINES,
    async run(stage) {
      stage.gate.next(loseAnswer, answerWith(503), loseAnswer)
      const pages = await openAll(stage, 10)
      await trackTogether(stage, pages, stage.events * 3)
    },
  },
  {
    name: 'two-tabs-race',
    does: 'Two tabs track and send at the same moment, and each asks for the next event.',
    promise: PROMISE,
    engines: ENGINES,
    async run(stage) {
      const pages = await openAll(stage, 2)
      const rounds = 4
      for (let round = 0; round < rounds; round += 1) {
        await trackTogether(stage, pages, Math.ceil(stage.events / rounds))
      }
    },
  },
  {
    name: 'two-tabs-close',
    does: 'Two tabs track while the endpoint is down, and both are closed.',
    promise: PROMISE,
    engines: ENGINES,
    async run(stage) {
      const pages = await openAll(stage, 2)
      await stage.gate.goDown()
      await trackTogether(stage, pages, stage.events)
      const [first, second] = pages
      await first?.close()
      await second?.goto('about:blank')
      await stage.gate.comeUp()
      await stage.open()
    },
  },
  {
    name: 'sender-closed',
    does: 'The tab that sends for all is closed in the middle of a request.',
    promise: PROMISE,
    engines: ENGINES,
    async run(stage) {
      const { gate, events, posts } = stage
      gate.always(swallow)
      const [first, second] = await openAll(stage, 2)
      await first?.track(Math.ceil(events / 2))
      await posts(1)
      await second?.track(Math.floor(events / 2))
      gate.always(pass)
      await first?.close()
    },
  },
  {
    name: 'lock-kept',
    does: 'A page that sends nothing keeps the lock for ever, as Firefox was seen to do with one that was gone.',
    promise: PROMISE,
    engines: ENGINES,
    forTrackers: false,
    async run({ open, events, profile, elsewhereUrl }) {
      const keeper = await profile.open(elsewhereUrl)
      await keeper.run(KEEP_LOCK)
      const page = await open()
      await page.track(events)
    },
  },
  {
    name: 'frozen',
    does: 'A tab is frozen with events waiting, and resumed.',
    promise: PROMISE,
    engines: ['chromium'],
    async run({ open, events, gate, posts }) {
      gate.next(answerWith(503))
      const page = await open()
      await page.track(events)
      await posts(1)
      await page.freeze()
      // Another tab lives on meanwhile.
      const other = await open()
      await other.track(1)
      await page.thaw()
    },
  },
  {
    name: 'back-forward',
    does: 'The page is left, kept by the browser, and comes back as it was.',
    promise: PROMISE,
    engines: ['chromium', 'firefox'],
    async run({ open, events, elsewhereUrl, gate }) {
      gate.next(loseAnswer)
      const page = await open()
      const first = Math.ceil(events / 2)
      await page.track(first)
      await page.goto(elsewhereUrl)
      await page.back()
      await page.ready()
      await page.track(events - first, leaveFor(elsewhereUrl))
      await open()
    },
  },
]

const KEEP_LOCK = `(void navigator.locks.request('fw:send', () => new Promise(() => {})), 0)`

async function openAll({ open }: Stage, count: number): Promise<readonly Page[]> {
  const pages: Page[] = []
  for (let index = 0; index < count; index += 1) pages.push(await open())
  return pages
}

async function trackTogether(_: Stage, pages: readonly Page[], events: number): Promise<void> {
  await Promise.all(pages.map((page) => page.track(Math.ceil(events / pages.length))))
}
