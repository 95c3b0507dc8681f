import { describe, expect, it } from 'vitest'
import { dated } from '../dated.ts'
import { identify, started, win, WRITE_KEY } from '../wire.ts'
import {
  eventsOf,
  JOURNEY,
  type OpenStore,
  OTHER_KEY,
  peopleIn,
  withStore,
} from './opened-store.fixture.ts'

export function keepsEvents(name: string, open: OpenStore): void {
  const { having, opened } = withStore(open)

  describe(`${name} keeps events`, () => {
    it('and says which were new', async () => {
      const store = await opened()
      const [one, other] = [dated(started({ user: 'u1' })), dated(started({ user: 'u2' }))]
      expect(await store.append([one, other])).toEqual([true, true])
      expect(store.waiting()).toBe(0)
    })

    it('C10 once, however often they come: one event, ten times', async () => {
      const first = dated(win('w', 'aha', { user: 'u1' }))
      const store = await having(first)
      const before = await store.evidence(WRITE_KEY, JOURNEY)
      const again = { ...first, at: first.at - 5, receivedAt: first.receivedAt + 7 }
      for (let times = 0; times < 9; times += 1) {
        expect(await store.append([again])).toEqual([false])
      }
      expect(await store.evidence(WRITE_KEY, JOURNEY)).toEqual(before)
      expect(await eventsOf(store, 'u1')).toHaveLength(1)
    })

    it('T22 of senders with the secret apart: nobody else can take their ids', async () => {
      const server = { ...dated(win('w', 'aha', { user: 'u1' })), trusted: true }
      const { messageId } = server.event
      const stranger = dated({ ...started({ device: 'z' }), messageId })
      const store = await having(stranger)
      expect(await store.append([server, server])).toEqual([true, false])
      expect(await store.append([stranger, server])).toEqual([false, false])
      expect(await peopleIn(store)).toBe(2)
      const [line = ''] = await eventsOf(store, 'u1')
      expect(JSON.parse(line)).toMatchObject({ event: { messageId } })
      expect(await store.erasePerson(WRITE_KEY, 'u1')).toEqual({ events: 1, people: 1 })
    })

    it('once, where one batch repeats an event', async () => {
      const one = dated(started({ user: 'u1' }))
      const store = await opened()
      expect(await store.append([one, one])).toEqual([true, false])
    })

    it('of the same id apart, where they are of two products', async () => {
      const one = dated(started({ user: 'u1' }))
      const store = await having(one)
      expect(await store.append([{ ...one, writeKey: OTHER_KEY }])).toEqual([true])
    })

    it('of many requests at once, each with its own answer', async () => {
      const store = await opened()
      const events = Array.from({ length: 50 }, (_, index) => dated(started({ user: `u${index}` })))
      const answers = await Promise.all(events.map((one) => store.append([one, one])))
      expect(answers).toEqual(events.map(() => [true, false]))
      expect(await peopleIn(store)).toBe(50)
    })

    it('and takes none for none', async () => {
      const store = await opened()
      expect(await store.append([])).toEqual([])
    })

    it('with any text in them', async () => {
      const text = '🎉 "quotes" \\ \' ` \n\t % _ ; -- 日本語 \u0000 ü'
      const store = await having(dated(identify({ name: text }, { user: text })))
      const { traits } = await store.evidence(WRITE_KEY, JOURNEY)
      expect(traits).toEqual([{ owner: `u:${text}`, name: 'name', value: text }])
      expect(await eventsOf(store, text)).toHaveLength(1)
    })
  })
}
