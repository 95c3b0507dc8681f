import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { group, identify, MINUTE, START, started, win, WRITE_KEY } from '../../../test/wire.ts'
import type { DatedEvent } from '../event-store.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** Few of each, so that they meet: two say the same of one person, at the same time, all the time. */
const someEvent = fc
  .record({
    kind: fc.constantFrom('started', 'win', 'identify', 'group'),
    user: fc.constantFrom(undefined, 'u1', 'u2'),
    device: fc.constantFrom('d1', 'd2'),
    minute: fc.integer({ min: 0, max: 3 }),
    text: fc.constantFrom('a', 'b', 'é', '\u{1f389}', '\uffee'),
    bot: fc.boolean(),
  })
  .map(({ kind, minute, text, bot, ...who }) => {
    const whoAndWhen = { ...who, at: START + minute * MINUTE }
    return dated(toWire(kind, text, whoAndWhen), { bot })
  })

function toWire(kind: string, text: string, who: { user: string | undefined; device: string }) {
  if (kind === 'started') return started(who)
  if (kind === 'win') return win('w', 'aha', { ...who, clock: text })
  return kind === 'group' ? group(text, { text }, who) : identify({ text }, who)
}

/** What came of them: the same events, some of them twice, in another order, in requests of their own. */
const someEvents = fc.array(someEvent, { minLength: 1, maxLength: 25 }).chain((events) =>
  fc.record({
    events: fc.constant(events),
    arrivals: fc.array(fc.nat(events.length - 1), { maxLength: 10 }).chain((again) =>
      fc.shuffledSubarray([...events, ...again.flatMap((index) => events[index] ?? [])], {
        minLength: events.length + again.length,
      }),
    ),
    size: fc.integer({ min: 1, max: 7 }),
  }),
)

async function evidenceOf(requests: readonly (readonly DatedEvent[])[]) {
  const store = createSqliteStore(':memory:')
  const answers = await Promise.all(requests.map((events) => store.append(events)))
  const evidence = await store.evidence(WRITE_KEY, 'mail-tool', { bots: true })
  const people = await store.evidence(WRITE_KEY, 'mail-tool')
  await store.close()
  return { evidence, people, isNew: answers.flat().filter(Boolean).length }
}

it('comes to the same, whatever the order of events and however often they come', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, async ({ events, arrivals, size }) => {
      const requests = arrivals.flatMap((_, index) =>
        index % size === 0 ? [arrivals.slice(index, index + size)] : [],
      )
      const inOrder = await evidenceOf([events])
      expect(inOrder.isNew).toBe(events.length)
      expect(await evidenceOf(requests)).toEqual(inOrder)
    }),
    { numRuns: 60 },
  )
}, 60_000)
