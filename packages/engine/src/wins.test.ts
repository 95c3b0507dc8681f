import { describe, expect, it } from 'vitest'
import { aJourney, aWorld } from '../test/a-world.ts'

const title = 'Title'
const sent = { id: 'sent', title, when: { event: 'sent' } } as const

describe('a win', () => {
  it('is reached and reported once, with its time to value', () => {
    const user = aWorld(aJourney({ wins: [{ ...sent, tier: 'aha' }] }))
    user.check()
    user.wait(5000)
    user.track('sent')
    user.track('sent')
    const properties = { win: 'sent', tier: 'aha', ttvMs: 5000, clock: 'first-seen' }
    expect(user.reports.slice(1)).toEqual([{ name: 'win_reached', properties }])
  })

  it('reaches in the same turn those that build on it, and is told of before them', () => {
    const fan = { id: 'fan', title, when: { win: 'sent', reached: true } } as const
    const user = aWorld(aJourney({ wins: [fan, sent] }))
    user.track('sent')
    expect(user.last.reports.map(({ name, properties }) => [name, properties])).toMatchObject([
      ['journey_started', {}],
      ['win_reached', { win: 'sent' }],
      ['win_reached', { win: 'fan' }],
    ])
  })

  it('stays reached when its condition holds no more', () => {
    const user = aWorld(aJourney({ wins: [{ ...sent, when: { route: '/sent' } }] }), {
      route: '/sent',
    })
    user.check()
    user.facts = { ...user.facts, route: '/' }
    user.check()
    expect(Object.keys(user.state.memory.wins)).toEqual(['sent'])
  })

  it('has a time to value of 0 where the clock starts later', () => {
    const clock = { start: { trait: 'since' } }
    const user = aWorld(aJourney({ clock, wins: [sent] }), { traits: { since: '2027-01-01' } })
    user.track('sent')
    expect(user.last.reports[1]?.properties).toMatchObject({ ttvMs: 0, clock: 'trait:since' })
  })

  it('has none where nobody knows when the clock started', () => {
    const user = aWorld(aJourney({ clock: { start: { trait: 'since' } }, wins: [sent] }))
    user.track('sent')
    expect(user.last.reports[1]?.properties).toMatchObject({ ttvMs: undefined })
  })

  it('may count more events in a window than a hundred', () => {
    const when = { event: 'sent', atLeast: 150, within: '1d' }
    const user = aWorld(aJourney({ wins: [{ ...sent, when }] }))
    for (let mail = 1; mail < 150; mail += 1) user.track('sent')
    expect(user.state.memory.wins).toEqual({})
    user.track('sent')
    expect(Object.keys(user.state.memory.wins)).toEqual(['sent'])
  })

  it('counts an event whatever its name', () => {
    const when = { event: 'constructor', atLeast: 2 }
    const user = aWorld(aJourney({ wins: [{ ...sent, id: 'constructor', when }] }))
    user.track('constructor')
    expect(user.state.memory.wins).toEqual({})
    user.track('constructor')
    expect(Object.keys(user.state.memory.wins)).toEqual(['constructor'])
  })
})

describe('a celebration', () => {
  const big = { ...sent, celebrate: 'big' } as const
  const made = { id: 'made', title, when: { event: 'made' }, celebrate: 'small' } as const
  const celebration = { kind: 'celebration', win: 'sent' }

  it('comes at once, though the user types and the session is full', () => {
    const journey = aJourney({ wins: [big], pressure: { perSession: 0, gap: '1d' } })
    const user = aWorld(journey, { busy: ['typing'] })
    expect(user.track('sent')).toEqual(celebration)
    const properties = { win: 'sent', size: 'big' }
    expect(user.last.reports).toContainEqual({ name: 'celebration_shown', properties })
  })

  it.each([[undefined], [[]]])('waits for a dialog to close where %j is respected', (respect) => {
    const journey = aJourney({ wins: [big], pressure: respect ? { respect } : {} })
    const user = aWorld(journey, { busy: ['host-dialog'] })
    expect(user.track('sent')).toBeUndefined()
    expect(user.state.memory.celebrated).toEqual({})
    user.facts = { ...user.facts, busy: [] }
    expect(user.check()).toEqual(celebration)
  })

  it('does not come again, neither in this session nor in another', () => {
    const user = aWorld(aJourney({ wins: [big] }))
    user.track('sent')
    expect(user.act({ do: 'seen' })).toBeUndefined()
    expect(user.track('sent')).toBeUndefined()
    expect(user.comeBack('tomorrow')).toBeUndefined()
  })

  it('waits for its turn behind an earlier one', () => {
    const user = aWorld(aJourney({ wins: [big, made] }))
    expect(user.track('made')).toEqual({ kind: 'celebration', win: 'made' })
    expect(user.track('sent')).toEqual({ kind: 'celebration', win: 'made' })
    expect(user.act({ do: 'seen' })).toEqual(celebration)
  })

  it('steps in front of a guide, which goes on after it', () => {
    const guides = [{ id: 'tour', title, steps: [{ id: 'one', title }] }]
    const user = aWorld(aJourney({ wins: [big], guides }))
    const step = user.signal({ type: 'start', id: 'tour' })
    expect(user.track('sent')).toEqual(celebration)
    expect(user.act({ do: 'seen' })).toEqual(step)
  })

  it('is not made up for a win of long ago', () => {
    const user = aWorld(aJourney({ wins: [sent] }))
    user.track('sent')
    user.journey = aJourney({ wins: [big] })
    expect(user.wait(86_400_000)).toBeUndefined()
  })

  it('goes when an edit takes it out of the journey', () => {
    const user = aWorld(aJourney({ wins: [big] }))
    user.track('sent')
    user.journey = aJourney({ wins: [sent] })
    expect(user.check()).toBeUndefined()
  })
})
