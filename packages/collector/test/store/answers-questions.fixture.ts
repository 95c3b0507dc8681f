import type { JsonObject } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import type { DatedEvent } from '../../src/store/event-store.ts'
import { dated, type Given } from '../dated.ts'
import { group, identify, MINUTE, START, track, WRITE_KEY, type Happening } from '../wire.ts'
import { JOURNEY, type OpenStore, OTHER_KEY, withStore } from './opened-store.fixture.ts'

const PLACE = { guide: 'g', step: 's' }

function view(who: Happening, given: Given = {}, more: JsonObject = {}): DatedEvent {
  return dated(track('step_viewed', { ...PLACE, ...more }, who), given)
}

function complete(who: Happening, given: Given = {}, more: JsonObject = {}): DatedEvent {
  return dated(track('step_completed', { ...PLACE, ...more }, who), given)
}

/** Users 1 to `count`, each of whom has the step open for as many minutes as their number. */
function completions(count: number, more: JsonObject = {}): DatedEvent[] {
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const user = `u${number}`
    const at = START + number * MINUTE
    return [view({ user }, {}, more), complete({ user, at }, {}, more)]
  })
}

function applied(user: string, values: JsonObject, minutes = 0): DatedEvent {
  const at = START + minutes * MINUTE
  return dated(track('setup_applied', { setup: 'template', values }, { user, at }))
}

function undone(user: string, minutes: number): DatedEvent {
  const at = START + minutes * MINUTE
  return dated(track('setup_undone', { setup: 'template' }, { user, at }))
}

/** Users of this plan, each of whom kept what `valuesOf` says of their number, from 0. */
function usersOf(plan: string, count: number, valuesOf: (number: number) => JsonObject) {
  return Array.from({ length: count }, (_, number) => number).flatMap((number) => {
    const user = `${plan}${number}`
    return [dated(identify({ plan }, { user })), applied(user, valuesOf(number))]
  })
}

export function answersQuestions(name: string, open: OpenStore): void {
  const { having } = withStore(open)

  describe(`${name} tells how long steps are open`, () => {
    it('for nine of ten, by the nearest rank, where 20 have completed them', async () => {
      const store = await having(...completions(25), ...completions(19, { step: 'few' }))
      expect(await store.baseline(WRITE_KEY, JOURNEY)).toEqual({
        'g/s': { users: 25, p90Ms: 23 * MINUTE },
      })
      expect(await store.baseline(WRITE_KEY, 'other')).toEqual({})
      expect(await store.baseline(OTHER_KEY, JOURNEY)).toEqual({})
    })

    it('from the first view to the first completion, whatever the order in which they come', async () => {
      const late = { at: START + 100 * MINUTE }
      const again = Array.from({ length: 20 }, (_, index) => `u${index + 1}`).flatMap((user) => [
        view({ user, ...late }),
        complete({ user, ...late }),
      ])
      const store = await having(...[...again, ...completions(20)].toReversed())
      expect(await store.baseline(WRITE_KEY, JOURNEY)).toEqual({
        'g/s': { users: 20, p90Ms: 18 * MINUTE },
      })
    })

    it('of one person, who saw it before signing in', async () => {
      const people = Array.from({ length: 20 }, (_, index) => index).flatMap((number) => {
        const [user, device] = [`u${number}`, `d${number}`]
        const at = START + 2 * MINUTE
        return [
          view({ device }),
          dated(identify({}, { user, device, at: START + MINUTE })),
          complete({ user, at }),
        ]
      })
      const store = await having(...people)
      expect(await store.baseline(WRITE_KEY, JOURNEY)).toEqual({
        'g/s': { users: 20, p90Ms: 2 * MINUTE },
      })
    })

    it('without bots, the inspector, and those who only saw it', async () => {
      const at = START + MINUTE
      const store = await having(
        ...completions(19),
        view({ user: 'bot' }, { bot: true }),
        complete({ user: 'bot', at }, { bot: true }),
        view({ user: 'dev' }, {}, { inspected: true }),
        complete({ user: 'dev', at }, {}, { inspected: true }),
        view({ user: 'open' }),
        complete({ user: 'jumped' }),
        view({ user: 'nameless' }, {}, { step: 7 }),
        complete({ user: 'nameless', at }, {}, { step: 7 }),
      )
      expect(await store.baseline(WRITE_KEY, JOURNEY)).toEqual({})
    })
  })

  describe(`${name} tells what similar users kept of a setup`, () => {
    const asked = [WRITE_KEY, JOURNEY, 'template'] as const

    it('the text that most kept and the median of numbers, of those with the traits', async () => {
      const store = await having(
        ...usersOf('pro', 30, (number) => ({
          template: number < 20 ? 'sale' : 'newsletter',
          hour: number,
          note: `free text ${number}`,
        })),
        ...usersOf('free', 40, () => ({ template: 'newsletter', hour: 99 })),
      )
      expect(await store.similar(...asked, { plan: 'pro' })).toEqual({
        users: 30,
        values: { template: { value: 'sale', users: 20 }, hour: { value: 14, users: 30 } },
      })
    })

    it('nothing of a group of 19, and no text that only 19 have', async () => {
      const store = await having(
        ...usersOf('small', 19, () => ({ template: 'sale' })),
        ...usersOf('large', 38, (number) => ({
          template: `t${number % 2}`,
          once: number === 0 ? 5 : 'x',
        })),
      )
      expect(await store.similar(...asked, { plan: 'small' })).toBeUndefined()
      expect(await store.similar(...asked, { plan: 'none' })).toBeUndefined()
      expect(await store.similar(...asked, { plan: 'large' })).toEqual({
        users: 38,
        values: { once: { value: 'x', users: 37 } },
      })
    })

    it('of two texts that equally many kept the lesser', async () => {
      const store = await having(...usersOf('pro', 40, (number) => ({ t: number % 2 ? 'a' : 'b' })))
      const found = await store.similar(...asked, { plan: 'pro' })
      expect(found?.values).toEqual({ t: { value: 'a', users: 20 } })
    })

    it('the latest of each user, and none that was undone since', async () => {
      const users = usersOf('pro', 22, () => ({ hour: 1 }))
      const store = await having(
        ...users,
        ...Array.from({ length: 20 }, (_, number) => applied(`pro${number}`, { hour: 2 }, 2)),
        undone('pro0', 1),
        undone('pro20', 1),
        undone('pro21', 3),
      )
      expect(await store.similar(...asked, { plan: 'pro' })).toEqual({
        users: 20,
        values: { hour: { value: 2, users: 20 } },
      })
    })

    it('by traits of the company and of several names, in the value they have now', async () => {
      const people = usersOf('pro', 21, () => ({ hour: 8 })).concat(
        ...Array.from({ length: 21 }, (_, number) => {
          const user = `pro${number}`
          return [dated(group(number < 20 ? 'acme' : 'other', {}, { user }))]
        }),
        dated(group('acme', { size: 50, eu: true }, { user: 'pro0', at: START - MINUTE })),
        dated(group('acme', { size: 5 }, { user: 'pro0' })),
      )
      const store = await having(...people)
      const found = { users: 20, values: { hour: { value: 8, users: 20 } } }
      expect(await store.similar(...asked, { plan: 'pro', size: 5, eu: true })).toEqual(found)
      expect(await store.similar(...asked, { size: 50 })).toBeUndefined()
      expect(await store.similar(...asked, { size: '5' })).toBeUndefined()
      expect((await store.similar(...asked, {}))?.users).toBe(21)
    })

    it('without bots, other setups, and devices on which nobody has signed in', async () => {
      const bots = usersOf('pro', 20, () => ({ hour: 8 })).map((one) =>
        Object.assign(one, { bot: true }),
      )
      const anonymous = Array.from({ length: 20 }, (_, number) =>
        dated(track('setup_applied', { setup: 'template', values: {} }, { device: `x${number}` })),
      )
      const store = await having(...bots, ...anonymous, ...usersOf('free', 20, () => ({})))
      expect(await store.similar(...asked, { plan: 'pro' })).toBeUndefined()
      expect((await store.similar(...asked, {}))?.users).toBe(20)
      expect(await store.similar(WRITE_KEY, JOURNEY, 'other', {})).toBeUndefined()
    })
  })

  describe(`${name} tells what servers tracked of a user`, () => {
    function served(event: string, given: Given = {}): DatedEvent {
      return dated(track(event, { n: 1 }, { user: 'u1' }), { trusted: true, ...given })
    }

    it('in the order in which it was stored, a few at a time', async () => {
      const events = ['a', 'b', 'c'].map((event, index) =>
        served(event, { at: START - index * MINUTE, receivedAt: START + index }),
      )
      const store = await having()
      for (const one of events) await store.append([one])
      const all = await store.serverEvents(WRITE_KEY, 'u1', undefined, 10)
      expect(all).toEqual(
        events.map(({ event, at }, index) => ({
          id: event.messageId,
          name: ['a', 'b', 'c'][index],
          at,
          properties: { journey: JOURNEY, n: 1 },
        })),
      )
      expect(await store.serverEvents(WRITE_KEY, 'u1', undefined, 2)).toEqual(all.slice(0, 2))
      expect(await store.serverEvents(WRITE_KEY, 'u1', all[1]?.id, 2)).toEqual(all.slice(2))
      expect(await store.serverEvents(WRITE_KEY, 'u1', all[2]?.id, 2)).toEqual([])
      expect(await store.serverEvents(WRITE_KEY, 'u1', 'gone', 10)).toEqual(all)
    })

    it('T22 and nothing that a page sent, nor of others, nor what is no event', async () => {
      const mine = served('real')
      const store = await having(
        dated(track('forged', {}, { user: 'u1' })),
        served('elsewhere', { writeKey: OTHER_KEY }),
        dated(track('theirs', {}, { user: 'u2' }), { trusted: true }),
        dated(identify({ plan: 'pro' }, { user: 'u1' }), { trusted: true }),
        mine,
        mine,
      )
      const found = await store.serverEvents(WRITE_KEY, 'u1', undefined, 10)
      expect(found.map(({ name: event }) => event)).toEqual(['real'])
      await store.erasePerson(WRITE_KEY, 'u1')
      expect(await store.serverEvents(WRITE_KEY, 'u1', undefined, 10)).toEqual([])
    })
  })
}
