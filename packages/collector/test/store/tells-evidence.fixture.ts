import { describe, expect, it } from 'vitest'
import { dated } from '../dated.ts'
import { group, identify, MINUTE, START, started, task, track, win, WRITE_KEY } from '../wire.ts'
import { JOURNEY, milestone, type OpenStore, OTHER_KEY, withStore } from './opened-store.fixture.ts'

export function tellsEvidence(name: string, open: OpenStore): void {
  const { having, opened } = withStore(open)

  describe(`${name} tells the evidence of results`, () => {
    it('the earliest of each milestone, whatever the order in which they come', async () => {
      const at = (minutes: number) => ({ user: 'u1', at: START + minutes * MINUTE })
      const events = [
        dated(win('w', 'aha', { ...at(5), clock: 'first-seen', ttvMs: 5 })),
        dated(win('w', 'first-strike', { ...at(3), clock: 'trait:since', ttvMs: 3.4 })),
        dated(started(at(1))),
        dated(task('t', at(2))),
        dated(started(at(4))),
      ]
      const forwards = await having(...events)
      const backwards = await having(...events.toReversed())
      const evidence = await forwards.evidence(WRITE_KEY, JOURNEY)
      expect(evidence.milestones).toEqual([
        milestone({ kind: 'started', path: 'first-mail', at: START + MINUTE }, events[2]),
        milestone(
          { kind: 'task', path: 'first-mail', subject: 't', at: START + 2 * MINUTE },
          events[3],
        ),
        milestone(
          {
            kind: 'win',
            subject: 'w',
            at: START + 3 * MINUTE,
            tier: 'first-strike',
            clock: 'trait:since',
            deviceTtvMs: 3,
          },
          events[1],
        ),
      ])
      expect(await backwards.evidence(WRITE_KEY, JOURNEY)).toEqual(evidence)
    })

    it('of two at the same time the one with the lesser id, whatever the order', async () => {
      const events = ['one', 'two'].map((tier) =>
        dated(win('w', tier === 'one' ? 'aha' : 'long-term', { user: 'u1' })),
      )
      const forwards = await having(...events)
      const backwards = await having(...events.toReversed())
      const evidence = await forwards.evidence(WRITE_KEY, JOURNEY)
      expect(evidence.milestones[0]?.tier).toBe('aha')
      expect(await backwards.evidence(WRITE_KEY, JOURNEY)).toEqual(evidence)
    })

    it('of many at the same time the one with the least id, to its last digit', async () => {
      const digits = Array.from('019aef')
      const byWin = {
        // They differ at the end only, in the millisecond of the id, and as no UUIDs.
        end: digits.map((digit) => `019aa000-0000-7000-8000-00000000000${digit}`),
        middle: digits.map((digit) => `019aa000-000${digit}-7000-8000-0123456789ab`),
        none: digits.map((digit) => `an-order-of-the-host-${digit}`),
      }
      const events = Object.entries(byWin).flatMap(([id, ids]) =>
        ids.map((messageId, ttvMs) =>
          dated({ ...win(id, 'aha', { user: 'u1', ttvMs }), messageId }),
        ),
      )
      for (const order of [events, events.toReversed()]) {
        const store = await opened()
        for (const one of order) await store.append([one])
        const { milestones } = await store.evidence(WRITE_KEY, JOURNEY)
        const first = Object.values(byWin).map(([messageId]) => ({ messageId, deviceTtvMs: 0 }))
        expect(milestones).toEqual(first.map((one) => expect.objectContaining(one)))
      }
    })

    it('the first user of a device, the latest trait and the latest group', async () => {
      const at = (minutes: number) => ({ device: 'd', at: START + minutes * MINUTE })
      const events = [
        dated(identify({ plan: 'free', seats: 3 }, { user: 'u1', ...at(1) })),
        dated(identify({ plan: 'pro' }, { user: 'u1', ...at(3) })),
        dated(identify({ plan: 'basic' }, { user: 'u1', ...at(2) })),
        dated(identify({}, { user: 'u2', ...at(4) })),
        dated(group('acme', { size: 7 }, { user: 'u1', ...at(1) })),
        dated(group('umbrella', { size: null }, { user: 'u1', ...at(2) })),
      ]
      for (const order of [events, events.toReversed()]) {
        const store = await having(...order)
        const { links, traits, groups } = await store.evidence(WRITE_KEY, JOURNEY)
        expect([...links]).toEqual([['d', 'u1']])
        expect([...groups]).toEqual([['u:u1', 'umbrella']])
        expect(traits).toEqual([
          { owner: 'g:acme', name: 'size', value: 7 },
          { owner: 'g:umbrella', name: 'size', value: null },
          { owner: 'u:u1', name: 'plan', value: 'pro' },
          { owner: 'u:u1', name: 'seats', value: 3 },
        ])
      }
    })

    it('where two say something of the same time, the same whatever the order', async () => {
      const who = { device: 'd', user: 'u1' }
      const events = [
        dated(identify({ plan: 'a' }, who)),
        dated(identify({ plan: 'é' }, who)),
        dated(identify({ plan: '\u{1f389}' }, who)),
        dated(identify({ plan: '\uffee' }, who)),
        dated(identify({}, { ...who, user: 'u0' })),
        dated(group('g1', {}, who)),
        dated(group('g2', {}, who)),
      ]
      for (const order of [events, events.toReversed()]) {
        const store = await opened()
        for (const one of order) await store.append([one])
        const { links, traits, groups } = await store.evidence(WRITE_KEY, JOURNEY)
        expect([...links]).toEqual([['d', 'u0']])
        expect(traits).toEqual([{ owner: 'u:u1', name: 'plan', value: '\u{1f389}' }])
        expect([...groups]).toEqual([['u:u1', 'g2']])
      }
    })

    it('of the journey and product that was asked for, and of no other', async () => {
      const store = await having(
        dated(started({ user: 'u1' })),
        dated(track('journey_started', { journey: 'other' }, { user: 'u2' })),
        dated(identify({ plan: 'x' }, { user: 'u3' }), { writeKey: OTHER_KEY }),
        dated(started({ user: 'u3' }), { writeKey: OTHER_KEY }),
      )
      const evidence = await store.evidence(WRITE_KEY, JOURNEY)
      expect(evidence.milestones.map(({ actor }) => actor)).toEqual(['u:u1'])
      expect(evidence.traits).toEqual([])
      expect((await store.evidence('pk_nobody', JOURNEY)).milestones).toEqual([])
    })

    it('T22 the first user of a device, whom nobody replaces by a sign-in of long ago', async () => {
      const receivedAt = START + 60 * MINUTE
      const real = dated(identify({}, { user: 'zoe', device: 'd1' }))
      const claimed = { user: 'abe', device: 'd1', at: START - 29 * 24 * 60 * MINUTE }
      const later = dated(identify({}, claimed), { receivedAt })
      for (const order of [
        [real, later],
        [later, real],
      ]) {
        const store = await having(...order)
        expect([...(await store.evidence(WRITE_KEY, JOURNEY)).links]).toEqual([['d1', 'zoe']])
      }
      const together = ['zoe', 'abe'].map((user, index) =>
        dated(identify({}, { user, device: 'd2', at: START + index * MINUTE }), { receivedAt }),
      )
      const store = await having(...together)
      expect([...(await store.evidence(WRITE_KEY, JOURNEY)).links]).toEqual([['d2', 'zoe']])
    })

    it('T22 the first proven user of a device, whoever came before, in whatever order', async () => {
      const at = (minutes: number) => ({ device: 'd', at: START + minutes * MINUTE })
      const events = [
        dated(identify({}, { user: 'anon-guest', ...at(0) })),
        dated(identify({}, { user: 'zoe', ...at(1) }), { proven: true }),
        dated(identify({}, { user: 'abe', ...at(2) }), { proven: true }),
        dated(identify({}, { user: 'anon-other', ...at(3) })),
      ]
      for (const order of [
        events,
        events.toReversed(),
        [1, 0, 3, 2].flatMap((i) => events[i] ?? []),
      ]) {
        const together = await having(...order)
        const apart = await opened()
        for (const one of order) await apart.append([one])
        for (const store of [together, apart]) {
          expect([...(await store.evidence(WRITE_KEY, JOURNEY)).links]).toEqual([['d', 'zoe']])
        }
      }
    })

    it('the journeys, the one with the latest milestone first', async () => {
      const store = await having(
        dated(started({ user: 'u1' })),
        dated(track('journey_started', { journey: 'b' }, { user: 'u1', at: START + MINUTE })),
        dated(track('journey_started', { journey: 'a' }, { user: 'u1', at: START + MINUTE })),
        dated(track('journey_started', { journey: 'elsewhere' }), { writeKey: OTHER_KEY }),
        dated(track('something', { journey: 'no-milestone' })),
      )
      expect(await store.journeys(WRITE_KEY)).toEqual([
        { id: 'a', latestAt: START + MINUTE },
        { id: 'b', latestAt: START + MINUTE },
        { id: JOURNEY, latestAt: START },
      ])
    })

    it('without bots, unless they are asked for', async () => {
      const later = { at: START + MINUTE }
      const store = await having(
        dated(started({ user: 'u1', ...later })),
        dated(identify({ plan: 'pro' }, { user: 'u1', device: 'd' })),
        dated(started({ user: 'u1' }), { bot: true }),
        dated(identify({ plan: 'bot', seats: 1 }, { user: 'u1', device: 'd', ...later }), {
          bot: true,
        }),
        dated(identify({}, { user: 'u0', device: 'd', at: START - MINUTE }), { bot: true }),
        dated(group('bots', {}, { user: 'u1' }), { bot: true }),
        dated(track('journey_started', { journey: 'bots-only' }), { bot: true }),
      )
      const people = await store.evidence(WRITE_KEY, JOURNEY)
      expect(people.milestones.map(({ at }) => at)).toEqual([START + MINUTE])
      expect(people.traits).toEqual([{ owner: 'u:u1', name: 'plan', value: 'pro' }])
      expect([...people.links]).toEqual([['d', 'u1']])
      expect(people.groups.size).toBe(0)
      expect((await store.journeys(WRITE_KEY)).map(({ id }) => id)).toEqual([JOURNEY])

      const all = await store.evidence(WRITE_KEY, JOURNEY, { bots: true })
      expect(all.milestones.map(({ at }) => at)).toEqual([START, START + MINUTE])
      expect([...all.links]).toEqual([['d', 'u1']])
      expect([...all.groups]).toEqual([['u:u1', 'bots']])
      const last = new Map(all.traits.map(({ name: trait, value }) => [trait, value]))
      expect([...last]).toEqual([
        ['plan', 'pro'],
        ['seats', 1],
      ])
    })
  })
}
