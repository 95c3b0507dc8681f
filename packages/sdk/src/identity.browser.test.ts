import { describe, expect, it } from 'vitest'
import { storedUnder } from '../test/dump-storage.ts'
import { see } from '../test/seen.ts'
import { CONTRACT, smallJourney } from '../test/small-journey.ts'
import { isDone, running, useWorld } from '../test/use-world.ts'

const world = useWorld()

const [path] = smallJourney().paths
const forTrials = smallJourney({
  audiences: { trial: { trait: 'plan', is: 'trial' } },
  paths: [{ ...path, audience: 'trial' }],
})

describe('identify that is never called', () => {
  it('is named after 5 s, where the journey asks who it is', async () => {
    await running(world.start({ journey: forTrials }))
    expect(world.console.lines).toEqual([])
    await world.pass(5000)
    expect(await world.told('identify-missing')).toEqual([
      expect.stringContaining('Call it once you know who is signed in.'),
    ])
    expect(world.host.isAsBefore()).toBe(true)
  })

  it('is not named where it was called', async () => {
    const firstwin = world.start({ journey: forTrials })
    await running(firstwin)
    firstwin.identify('u_1')
    await world.pass(60_000)
    expect(world.console.about('identify')).toEqual([])
  })
})

describe('identify without an id', () => {
  it.each([[''], [undefined], [null], [42]])('is ignored and told of for %o', async (userId) => {
    const firstwin = world.start()
    await running(firstwin)
    Reflect.apply(firstwin.identify, firstwin, [userId, { plan: 'trial' }])
    expect(await world.told('identify-without-id')).toEqual([
      expect.stringContaining('needs the id of the user as a text that is not empty'),
    ])
    firstwin.track('preview.opened')
    const [win] = await world.arrived('win_reached')
    expect(win?.userId).toBeUndefined()
    expect(world.taken('identify')).toEqual([])
  })
})

describe('identify with the same user again', () => {
  it('sends one event, over a reload too', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1', { plan: 'trial' })
    firstwin.identify('u_1', { plan: 'trial' })
    await running(firstwin)
    firstwin.identify('u_1', { plan: 'trial' })
    firstwin.track('preview.opened')
    await world.arrived('win_reached')

    const later = world.reload()
    later.identify('u_1', { plan: 'trial' })
    later.track('mail.sent')
    await world.arrived('win_reached', 2)
    expect(world.taken('identify').map(({ traits }) => traits)).toEqual([{ plan: 'trial' }])
    expect(world.console.lines).toEqual([])
  })

  it('sends what is new of them, and keeps the traits of before', async () => {
    const firstwin = world.start({ journey: forTrials })
    firstwin.identify('u_1', { plan: 'trial' })
    await running(firstwin)
    firstwin.identify('u_1', { role: 'owner' })
    firstwin.open()
    await see('Send your first mail')
    const events = await world.arrived('identify', 2)
    expect(events.map(({ traits }) => traits)).toEqual([{ plan: 'trial' }, { role: 'owner' }])
  })
})

describe('identify with another user', () => {
  it('keeps their progress apart, and finds each as it was', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1')
    firstwin.track('preview.opened')
    await running(firstwin)
    await isDone(firstwin, 1)

    firstwin.identify('u_2')
    await isDone(firstwin, 0)
    firstwin.track('mail.sent')
    firstwin.track('template.applied')
    await isDone(firstwin, 2)

    firstwin.identify('u_1')
    await isDone(firstwin, 1)
    firstwin.track('preview.opened')
    const wins = await world.arrived('win_reached', 3)
    expect(wins.map(({ userId, properties }) => [userId, properties['win']])).toEqual([
      ['u_1', 'seen'],
      ['u_2', 'sent'],
      ['u_2', 'picked'],
    ])
    const lines = await world.told('identify-other-user')
    expect(lines).toEqual([expect.stringContaining('Call `reset()` when a user signs out.')])
  })

  it('gives them an anonymous id and a session of their own', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1')
    await running(firstwin)
    firstwin.identify('u_2')
    const [first, second] = await world.arrived('identify', 2)
    expect(second?.anonymousId).not.toBe(first?.anonymousId)
  })

  it('gives the second user of a device a visitor of their own, also where nobody signed out', async () => {
    world.start().identify('u_1')
    const [first] = await world.arrived('identify')
    const later = world.reload()
    await running(later)
    later.identify('u_2')
    const [, second] = await world.arrived('identify', 2)
    expect(second?.anonymousId).not.toBe(first?.anonymousId)
    world.reload().identify('u_2', { plan: 'paid' })
    const [, , third] = await world.arrived('identify', 3)
    expect(third?.anonymousId).toBe(second?.anonymousId)
  })

  it('credits nobody with what another user did while there was no journey', async () => {
    const early = world.start({ journey: '/no-such.journey.json' })
    early.identify('u_1')
    early.track('mail.sent')
    await world.told('journey-unreachable')

    const other = world.reload()
    other.identify('u_2')
    await running(other)
    await isDone(other, 0)

    const first = world.reload()
    first.identify('u_1')
    await isDone(first, 1)
    const wins = await world.arrived('win_reached')
    expect(wins.map(({ userId }) => userId)).toEqual(['u_1'])
  })
})

describe('a visitor without a name', () => {
  it('is the user they turn out to be: same anonymous id, same wins, once each', async () => {
    const firstwin = world.start()
    firstwin.track('preview.opened')
    await running(firstwin)
    firstwin.identify('u_1', { contractedAt: CONTRACT })
    firstwin.track('preview.opened')
    firstwin.track('mail.sent')
    await isDone(firstwin, 2)
    const [seen, sent, ...others] = await world.arrived('win_reached', 2)
    expect(others).toEqual([])
    expect([seen?.userId, sent?.userId]).toEqual([undefined, 'u_1'])
    expect(sent?.anonymousId).toBe(seen?.anonymousId)

    const later = world.reload()
    later.identify('u_1')
    await isDone(later, 2)
  })

  it('may be named in the middle of their first success', async () => {
    const firstwin = world.start()
    const stopHearing = firstwin.on('win_reached', () => {
      stopHearing()
      firstwin.identify('u_1')
      firstwin.track('preview.opened')
      firstwin.track('mail.sent')
    })
    firstwin.track('preview.opened')
    await isDone(firstwin, 2)
    await see('Your first mail is out')
    const wins = await world.arrived('win_reached', 2)
    expect(wins.map(({ userId, properties }) => [userId, properties['win']])).toEqual([
      [undefined, 'seen'],
      ['u_1', 'sent'],
    ])
  })

  it('brings their wins to a user who has others already', async () => {
    const before = world.start()
    before.identify('u_1')
    before.track('preview.opened')
    await running(before)
    before.stop()

    const visitor = world.reload()
    visitor.track('mail.sent')
    await running(visitor)
    await isDone(visitor, 1)
    visitor.identify('u_1')
    await isDone(visitor, 2)
    expect(await world.arrived('win_reached', 2)).toHaveLength(2)
  })
})

describe('reset', () => {
  it('forgets the user on this device, and sends what is not sent yet', async () => {
    world.endpoint.state = 'down'
    const firstwin = world.start()
    firstwin.identify('u_1')
    firstwin.track('preview.opened')
    await running(firstwin)
    firstwin.reset()
    await isDone(firstwin, 0)
    expect(storedUnder('fw:j:shop:user:')).toEqual([])

    world.endpoint.state = 'up'
    const later = world.reload()
    const [win] = await world.arrived('win_reached')
    expect(win?.userId).toBe('u_1')
    later.track('mail.sent')
    const [, next] = await world.arrived('win_reached', 2)
    expect(next?.userId).toBeUndefined()
    expect(next?.anonymousId).not.toBe(win?.anonymousId)
  })

  it('lets the next user begin at the beginning', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1', { plan: 'trial' })
    firstwin.track('preview.opened')
    await running(firstwin)
    firstwin.reset()
    firstwin.identify('u_2')
    await isDone(firstwin, 0)
    const names = await world.arrived('identify', 2)
    expect(names.map(({ userId, traits }) => [userId, traits])).toEqual([
      ['u_1', { plan: 'trial' }],
      ['u_2', {}],
    ])
    expect(world.console.lines).toEqual([])
  })
})
