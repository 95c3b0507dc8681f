import { ENGINES } from '../browsers/browser.ts'
import { answerWith } from '../gate/behaviours.ts'
import { pass } from '../gate/gate.ts'
import type { Kind } from '../kind.ts'
import { A_WHILE } from './network.ts'

/** Who is in front of the page, and what they agree to. */
export const peopleKinds: readonly Kind[] = [
  {
    name: 'users-change',
    does: 'Three people sign in and out on one device while the endpoint is away.',
    promise: 'Everything arrives once, each event with the person who was signed in.',
    engines: ENGINES,
    forTrackers: false,
    async run({ open, events, gate }) {
      gate.always(answerWith(503, { 'retry-after': '1' }))
      const page = await open()
      for (const user of ['ada', 'bo', 'chi']) {
        await page.identify(user)
        await page.track(Math.ceil(events / 3))
        await page.signOut()
      }
      gate.always(pass)
    },
  },
  {
    name: 'signed-in-later',
    does: 'A visitor without a name signs in, over a network that fails.',
    promise: 'Everything arrives once, and what came before is the same person’s.',
    engines: ENGINES,
    forTrackers: false,
    async run({ open, events, gate }) {
      gate.next(answerWith(503), answerWith(429, { 'retry-after': '1' }))
      const page = await open()
      await page.track(Math.ceil(events / 2))
      await page.identify('ada')
      await page.track(Math.floor(events / 2))
    },
  },
  {
    name: 'consent-later',
    does: 'The user agrees only after a while; until then nothing is kept or sent.',
    promise: 'Everything arrives once after the yes, and nothing is sent before.',
    engines: ENGINES,
    forTrackers: false,
    async run({ open, events, gate }) {
      const page = await open({ consent: 'pending' })
      await page.track(Math.ceil(events / 2))
      await page.run(A_WHILE)
      if (gate.posts() > 0) throw new Error('something was sent before the user agreed')
      const kept = await page.run(
        `Object.keys(localStorage).filter((key) => key.startsWith('fw:')).length`,
      )
      if (kept !== 0) throw new Error(`${String(kept)} keys were kept before the user agreed`)
      await page.run(`(firstwin.setConsent('granted'), 0)`)
      await page.track(Math.floor(events / 2))
    },
  },
]
