import { ENGINES } from '../browsers/browser.ts'
import { answerUnreadably, answerWith, onlyUpTo, portal, redirect } from '../gate/behaviours.ts'
import type { Behaviour } from '../gate/exchange.ts'
import { pass } from '../gate/gate.ts'
import type { Kind, Stage } from '../kind.ts'
import type { PageOptions } from '../site/page-options.ts'

const PROMISE = 'Everything arrives once, when the endpoint takes it again.'

type ToBehaviour = (random: Stage['random']) => Behaviour

/** The endpoint answers, and not with a yes. */
export const answerKinds: readonly Kind[] = [
  answers('500', '500 for a while.', () => answerWith(500)),
  answers('502-html', '502 with a page of a proxy, which our page may not read.', () =>
    answerUnreadably(502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'),
  ),
  answers('503-seconds', '503, and when to come back, in seconds.', ({ between }) =>
    answerWith(503, { 'retry-after': String(between(1, 3)) }),
  ),
  answers('408', '408: the receiver was too slow to read.', () => answerWith(408)),
  answers('429-seconds', '429, and when to come back, in seconds.', ({ between }) =>
    answerWith(429, { 'retry-after': String(between(1, 3)) }),
  ),
  answers('429-date', '429, and when to come back, as a date.', ({ between }) => {
    const seconds = between(1, 3)
    return async (exchange) => {
      const date = new Date(Date.now() + seconds * 1000).toUTCString()
      await answerWith(429, { 'retry-after': date })(exchange)
    }
  }),
  answers('429-bare', '429 without a time.', () => answerWith(429)),
  answers('portal', 'A network’s sign-in page, as 200, on the page’s own origin.', () => portal, {
    sameOrigin: true,
  }),
  answers('portal-elsewhere', 'The same from an endpoint elsewhere, readable.', () => portal),
  answers('redirected', '302 to a sign-in page on the page’s own origin.', () => redirect(302), {
    sameOrigin: true,
  }),
  answers('redirected-elsewhere', '303 from an endpoint elsewhere.', () => redirect(303)),
  {
    name: '413',
    does: '413 for more than a few events at once.',
    promise: 'Everything arrives once, in smaller batches.',
    engines: ENGINES,
    async run({ gate, random, open, events }) {
      gate.always(onlyUpTo(random.between(3, 8) * 1024))
      const page = await open()
      await page.track(events)
    },
  },
  {
    name: '401-then-key',
    does: '401 for a while: the key is not there yet, or has been taken back by mistake.',
    promise: 'Everything waits on the device, and the next page that is let in delivers it.',
    engines: ENGINES,
    async run(stage) {
      stage.gate.always(answerWith(401))
      const page = await stage.open()
      await page.track(stage.events)
      await stage.posts(1)
      stage.gate.always(pass)
      await page.reload()
      await page.ready()
    },
  },
]

/** The first requests get that answer. */
function answers(
  name: string,
  does: string,
  ...[toBehaviour, options]: [ToBehaviour, PageOptions?]
): Kind {
  return {
    name,
    does,
    promise: PROMISE,
    engines: ENGINES,
    // Those of others take no path for an endpoint.
    forTrackers: options?.sameOrigin !== true,
    async run(stage) {
      const { gate, events, random } = stage
      const times = random.between(1, 3)
      const behaviour = toBehaviour(random)
      gate.next(...Array.from({ length: times }, () => behaviour))
      const page = await stage.open(options)
      await page.track(events - 1)
      await stage.posts(1)
      await page.track(1)
    },
  }
}
