import { answerWith } from '../gate/behaviours.ts'
import { pass } from '../gate/gate.ts'
import type { Kind, Stage } from '../kind.ts'
import { untilSure } from '../until.ts'
import { A_WHILE } from './network.ts'

const WEEK_AND_A_DAY_MS = 8 * 86_400_000

/** What the promise does not cover: carried out and counted all the same. */
export const outsideKinds: readonly Kind[] = [
  outside('no-storage-closed', {
    does: 'The browser refuses storage, the endpoint is down, and the tab is closed.',
    promise: 'None: there is no place where the events could wait.',
    async run({ open, events, gate }) {
      await gate.goDown()
      const page = await open({ storage: 'refused' })
      await page.track(events)
      await page.run(A_WHILE)
      await page.goto('about:blank')
      await gate.comeUp()
    },
  }),
  outside('browser-killed-at-once', {
    does: 'The browser is killed by SIGKILL right after the last event, the endpoint being down.',
    promise:
      'None for what the browser has not written to its disk: browsers take up to some seconds.',
    async run({ open, events, gate, startOwn }) {
      const own = await startOwn()
      const page = await open({}, own)
      await gate.goDown()
      await page.track(events)
      await own.kill()
      await gate.comeUp()
      await open({}, await startOwn())
    },
  }),
  outside('refused-for-good', {
    does: 'The endpoint answers 400, 404, 410 or 422.',
    promise: 'None: asking again would not help. Dropped, counted, and told with the next batch.',
    isTold: true,
    async run(stage) {
      const status = stage.random.pick([400, 404, 410, 422])
      await refuseFirst(stage, answerWith(status))
    },
  }),
  outside('too-many', {
    does: 'More than 500 events wait while the endpoint is down.',
    promise: 'The newest 500. The rest is dropped, wins last, counted and told.',
    isTold: true,
    keepsWins: true,
    async run({ open, gate }) {
      await gate.goDown()
      const page = await open()
      for (let round = 0; round < 6; round += 1) await page.track(100)
      await gate.comeUp()
    },
  }),
  outside('too-old', {
    does: 'Events wait for more than seven days.',
    promise: 'None: they are dropped, counted and told with the next batch.',
    isTold: true,
    async run({ open, events, gate }) {
      await gate.goDown()
      const page = await open({ clockMs: -WEEK_AND_A_DAY_MS })
      await page.track(events)
      await page.goto('about:blank')
      await gate.comeUp()
      const later = await open()
      await later.track(1)
      await untilSure('nothing waits', async () => (await later.run('waiting()')) === 0)
      // The next batch, which tells of what was dropped.
      await later.track(1)
    },
  }),
  outside('data-cleared', {
    does: 'The user clears the site’s data while events wait.',
    promise: 'None: what the user removes is gone.',
    async run({ open, events, gate }) {
      await gate.goDown()
      const page = await open()
      await page.track(events)
      await page.run('(localStorage.clear(), sessionStorage.clear(), 0)')
      await gate.comeUp()
      await page.reload()
    },
  }),
  outside('consent-denied', {
    does: 'The user does not agree.',
    promise: 'Nothing is kept and nothing is sent.',
    async run({ open, events, gate }) {
      const page = await open({ consent: 'denied' })
      await page.track(events)
      await page.run(A_WHILE)
      if (gate.posts() > 0) throw new Error('something was sent')
      if ((await page.run('waiting()')) !== 0) throw new Error('something was kept')
    },
  }),
]

async function refuseFirst(
  { open, events, gate, posts }: Stage,
  refusal: ReturnType<typeof answerWith>,
): Promise<void> {
  gate.always(refusal)
  const page = await open()
  await page.track(events)
  await posts(1)
  await page.run(A_WHILE)
  gate.always(pass)
  await page.track(1)
}

interface OutsideKind extends Pick<Kind, 'does' | 'promise' | 'keepsWins' | 'run'> {
  /** What is lost has to be told as dropped. @default false */
  readonly isTold?: boolean
}

function outside(name: string, { isTold = false, ...kind }: OutsideKind): Kind {
  return {
    ...kind,
    name,
    engines: ['chromium'],
    forTrackers: false,
    isOutside: true,
    notPromised: ['lost', 'gaps', 'mistimed', ...(isTold ? [] : (['untold'] as const))],
  }
}
