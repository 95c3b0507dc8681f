import { describe, expect, it } from 'vitest'
import { dated, linesOf } from '../dated.ts'
import { group, identify, MINUTE, START, started, track, win, WRITE_KEY } from '../wire.ts'
import {
  byId,
  DAY,
  eventsOf,
  JOURNEY,
  type OpenStore,
  OTHER_KEY,
  withStore,
} from './opened-store.fixture.ts'

export function forgetsPeople(name: string, open: OpenStore): void {
  const { having } = withStore(open)

  describe(`${name} forgets people`, () => {
    const mine = [
      dated(started({ device: 'd1' })),
      dated(identify({ mail: 'canary@example.com' }, { user: 'u1', device: 'd1' })),
      dated(group('acme', { size: 7 }, { user: 'u1' })),
      dated(win('w', 'aha', { user: 'u1', device: 'shared' })),
      dated(track('something', {}, { user: 'u1' }), { bot: true }),
    ]
    const others = [
      dated(identify({}, { user: 'u2', device: 'shared', at: START - MINUTE })),
      dated(started({ device: 'shared' })),
      dated(started({ user: 'u2' })),
      dated(started({ user: 'u1' }), { writeKey: OTHER_KEY }),
    ]
    const part = { wins: ['w'], text: 'kept' }
    const kept = { writeKey: WRITE_KEY, journey: JOURNEY, userId: 'u1', device: 'd1', at: START }

    it('C23 tells all of a user and their devices, and nothing of others', async () => {
      const store = await having(...mine, ...others)
      await store.keepProgress({ ...kept, part })
      const lines = await linesOf(store.exportPerson(WRITE_KEY, 'u1'))
      const things = lines.map((line) => JSON.parse(line))
      const events = things.filter(({ kind }) => kind === 'event')
      expect(events.map(({ event }) => event).toSorted(byId)).toEqual(
        mine.map(({ event }) => event),
      )
      expect(events.filter(({ bot }) => bot)).toHaveLength(1)
      expect(things.filter(({ kind }) => kind === 'milestone')).toHaveLength(2)
      const iso = new Date(START).toISOString()
      expect(things).toContainEqual({
        kind: 'trait',
        owner: 'u:u1',
        name: 'mail',
        value: 'canary@example.com',
        at: iso,
        bot: false,
      })
      const device = { kind: 'device', anonymousId: 'd1', userId: 'u1', at: iso, bot: false }
      expect(things).toContainEqual(device)
      const person = { kind: 'person', actor: 'u:u1', heardOn: '2026-11-22' }
      expect(things).toContainEqual(person)
      const member = { kind: 'group', actor: 'u:u1', groupId: 'acme', at: iso, bot: false }
      expect(things).toContainEqual(member)
      const progress = { kind: 'progress', journey: JOURNEY, device: 'd1', at: iso, part }
      expect(things).toContainEqual(progress)
      expect(lines.join('\n')).not.toContain('u2')
    })

    it('and tells nothing of somebody unknown', async () => {
      const store = await having(...mine)
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'u9'))).toEqual([])
      expect(await linesOf(store.exportPerson(OTHER_KEY, 'u1'))).toEqual([])
      expect(await store.erasePerson(WRITE_KEY, 'u9')).toEqual({ events: 0, people: 0 })
    })

    it('C23 erases a user and leaves the others', async () => {
      const store = await having(...mine, ...others)
      await store.keepProgress({ ...kept, part })
      const alone = await having(...others)
      expect(await store.erasePerson(WRITE_KEY, 'u1')).toEqual({ events: 5, people: 1 })
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'u1'))).toEqual([])
      expect(await store.progress(WRITE_KEY, JOURNEY, 'u1')).toEqual([])
      const evidence = await store.evidence(WRITE_KEY, JOURNEY, { bots: true })
      const { traits, ...rest } = await alone.evidence(WRITE_KEY, JOURNEY, { bots: true })
      const ofCompany = { owner: 'g:acme', name: 'size', value: 7 }
      expect(evidence).toEqual({ ...rest, traits: [ofCompany, ...traits] })
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'u2'))).toEqual(
        await linesOf(alone.exportPerson(WRITE_KEY, 'u2')),
      )
      expect(await eventsOf(store, 'u1', OTHER_KEY)).toHaveLength(1)
      expect(await store.erasePerson(WRITE_KEY, 'u1')).toEqual({ events: 0, people: 0 })
    })

    it('C23 drops what comes late of somebody who was erased, and takes the rest of it', async () => {
      const store = await having(...mine, ...others)
      await store.erasePerson(WRITE_KEY, 'u1')
      const answers = await store.append([
        ...mine,
        dated(win('late', 'aha', { user: 'u1' })),
        dated(started({ device: 'd1' })),
        dated(started({ user: 'u3', device: 'd1' })),
        dated(started({ user: 'u1' }), { writeKey: OTHER_KEY }),
      ])
      expect(answers).toEqual([...mine.map(() => false), false, false, true, true])
      await store.keepProgress({ ...kept, part })
      expect(await store.progress(WRITE_KEY, JOURNEY, 'u1')).toEqual([])
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'u1'))).toEqual([])
    })

    it('keeps no results of half a person: people go as a whole, by the last that came', async () => {
      const old = { at: START - 30 * DAY, receivedAt: START - 30 * DAY }
      const store = await having(
        dated(started({ device: 'd1' }), old),
        dated(started({ user: 'gone' }), old),
        dated(identify({ plan: 'x' }, { user: 'gone' }), old),
        dated(started({ device: 'lost' }), old),
        dated(win('w', 'aha', { user: 'stays' }), old),
        dated(identify({}, { user: 'stays', device: 'd1' })),
      )
      await store.keepProgress({ ...kept, at: START - 30 * DAY, userId: 'gone', part })
      await store.keepProgress({ ...kept, at: START - 30 * DAY, userId: 'stays', part })
      expect(await store.eraseBefore(START - 40 * DAY)).toEqual({ events: 0, people: 0 })
      expect(await store.eraseBefore(START - 20 * DAY)).toEqual({ events: 5, people: 2 })
      const { milestones, traits } = await store.evidence(WRITE_KEY, JOURNEY)
      expect(milestones.map(({ actor }) => actor).toSorted()).toEqual(['a:d1', 'u:stays'])
      expect(traits).toEqual([])
      expect(await linesOf(store.exportPerson(WRITE_KEY, 'gone'))).toEqual([])
      expect(await eventsOf(store, 'stays')).toHaveLength(1)
      expect(await store.progress(WRITE_KEY, JOURNEY, 'stays')).toHaveLength(1)
    })

    it('does not stop where somebody with thousands of events was erased', async () => {
      const old = { at: START - 30 * DAY, receivedAt: START - 30 * DAY }
      const anonymous = dated(started({ device: 'd1' }), old)
      const store = await having(
        dated(identify({}, { user: 'first', device: 'd0' }), old),
        ...Array.from({ length: 6_500 }, () => dated(track('x', {}, { user: 'gone' }), old)),
        anonymous,
        dated(identify({}, { user: 'last', device: 'd1' }), old),
        dated(started({ user: 'young' })),
      )
      await store.erasePerson(WRITE_KEY, 'gone')
      expect(await store.eraseBefore(START)).toEqual({ events: 3, people: 2 })
      expect(await store.append([anonymous])).toEqual([true])
    })

    it('takes people again whom retention has forgotten', async () => {
      const old = { at: START - 30 * DAY, receivedAt: START - 30 * DAY }
      const event = dated(started({ user: 'back' }), old)
      const store = await having(event)
      await store.eraseBefore(START)
      expect(await store.append([dated(started({ user: 'back' }))])).toEqual([true])
    })
  })
}
