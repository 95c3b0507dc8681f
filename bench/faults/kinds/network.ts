import {
  cutAnswer,
  cutAtOnce,
  cutRequest,
  drip,
  late,
  loseAnswer,
  narrow,
  swallow,
} from '../gate/behaviours.ts'
import { ENGINES } from '../browsers/browser.ts'
import type { Behaviour } from '../gate/exchange.ts'
import { pass } from '../gate/gate.ts'
import type { Kind, Stage } from '../kind.ts'

const PROMISE = 'Everything arrives once, as soon as the network is back.'

/** The network between the page and the collector. */
export const networkKinds: readonly Kind[] = [
  onTheWay('none', 'Nothing goes wrong.', () => [pass]),
  onTheWay('delayed', 'Requests take up to three seconds.', ({ between }) => [
    late(between(300, 3000)),
    late(between(300, 3000)),
  ]),
  onTheWay('swallowed', 'A request is never answered.', () => [swallow]),
  onTheWay('reset', 'Connections are reset before anything is read.', ({ between }) =>
    repeat(between(1, 4), cutAtOnce),
  ),
  onTheWay('request-cut', 'Connections are reset in the middle of the request.', ({ between }) =>
    repeat(between(1, 3), cutRequest),
  ),
  onTheWay('answer-lost', 'The events are kept, and the answer is lost.', ({ between }) =>
    repeat(between(1, 3), loseAnswer),
  ),
  onTheWay(
    'answer-cut',
    'The events are kept, and the answer ends within its body.',
    ({ between }) => repeat(between(1, 3), cutAnswer),
  ),
  onTheWay('answer-drips', 'The answer comes letter by letter.', ({ between }) => [
    drip(between(5, 40)),
  ]),
  onTheWay('throttled', 'The line carries a few kilobytes a second.', ({ between }) => [
    narrow(between(2, 8) * 1024),
    narrow(between(2, 8) * 1024),
  ]),
  onTheWay('mixed', 'Six requests in a row fail, each in its own way.', ({ pick }) =>
    Array.from({ length: 6 }, () =>
      pick([late(200), cutAtOnce, cutRequest, loseAnswer, cutAnswer, pass]),
    ),
  ),
  {
    name: 'refused',
    does: 'Nothing listens at the endpoint for a while.',
    promise: PROMISE,
    engines: ENGINES,
    async run(stage) {
      const page = await stage.open()
      await stage.gate.goDown()
      await page.track(stage.events)
      await afterTries(stage)
      await stage.gate.comeUp()
    },
  },
  {
    name: 'offline',
    does: 'The device is offline for a while, and knows it.',
    promise: PROMISE,
    engines: ['chromium'],
    async run(stage) {
      const page = await stage.open()
      await stage.profile.setOffline(true)
      await page.track(stage.events)
      await page.run(A_WHILE)
      await stage.profile.setOffline(false)
    },
  },
]

/** Longer than a sender waits before its first try, in the page's own time. */
export const A_WHILE = 'new Promise((resolve) => setTimeout(resolve, 1500, 0))'

/** A refused connection never reaches the gate: what is waited for is the page's own time. */
async function afterTries({ random }: Stage): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, random.between(1500, 4000))
  })
}

function repeat(count: number, behaviour: Behaviour): Behaviour[] {
  return Array.from({ length: count }, () => behaviour)
}

/** Something happens to the first requests, while the page tracks on. */
function onTheWay(
  name: string,
  does: string,
  toBehaviours: (random: Stage['random']) => readonly Behaviour[],
): Kind {
  return {
    name,
    does,
    promise: PROMISE,
    engines: ENGINES,
    async run({ gate, events, random, open, posts }) {
      const behaviours = toBehaviours(random)
      gate.next(...behaviours)
      const page = await open()
      const parts = behaviours.length + 1
      for (let part = 0; part < parts; part += 1) {
        const before = gate.posts()
        await page.track(share(events, part, parts))
        // Each part leads to a request of its own, so that every behaviour is met.
        await posts(before + 1)
      }
    },
  }
}

/** What comes to this part when so many events are shared among so many parts. */
function share(events: number, part: number, parts: number): number {
  return Math.floor((events * (part + 1)) / parts) - Math.floor((events * part) / parts)
}
