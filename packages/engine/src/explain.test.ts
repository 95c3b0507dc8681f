import { describe, expect, it } from 'vitest'
import { aJourney, aWorld, NOW, type World } from '../test/a-world.ts'
import { explain } from './explain.ts'

const title = 'Title'
const always = { since: 'first-seen' } as const

function reasons(user: World, id: string) {
  const [explanation] = explain(user.state, user, id)
  const failed = explanation?.checks.filter(({ ok }) => !ok) ?? []
  return { shown: explanation?.shown, failed: failed.map(({ check }) => check) }
}

describe('the explanation of a message', () => {
  const condition = { all: [{ event: 'sent', atLeast: 2 }, { not: { route: '/' } }] }
  const news = {
    id: 'news',
    kind: 'announcement',
    title,
    audience: 'owners',
    when: condition,
  } as const
  const journey = aJourney({
    audiences: { owners: { trait: 'role', is: 'owner' } },
    messages: [{ ...news, when: { all: [...condition.all] } }],
  })

  it('names what was wanted and what was found, leaf by leaf', () => {
    const user = aWorld(journey, { traits: { role: 'guest' } })
    user.track('sent')
    const [explanation] = explain(user.state, user, 'news')
    expect(explanation).toMatchObject({ id: 'news', kind: 'message', shown: false })
    expect(explanation?.checks).toEqual(
      expect.arrayContaining([
        { check: 'audience', wanted: 'owners', found: false, ok: false },
        {
          check: 'audience.owners',
          wanted: { trait: 'role', is: 'owner' },
          found: 'guest',
          ok: false,
        },
        { check: 'when', wanted: condition, found: false, ok: false },
        { check: 'when.all[0]', wanted: condition.all[0], found: { count: 1 }, ok: false },
        { check: 'when.all[1]', wanted: condition.all[1], found: false, ok: false },
        { check: 'when.all[1].not', wanted: { route: '/' }, found: '/', ok: true },
      ]),
    )
  })

  it('tells of its being there when it is', () => {
    const user = aWorld(journey, { traits: { role: 'owner' }, route: '/a' })
    user.track('sent')
    user.track('sent')
    expect(explain(user.state, user, 'news')).toMatchObject([{ shown: true }])
  })

  it.each([
    ['busy', { busy: ['typing'] }, { quietSince: 0 }],
    ['cap', {}, { interruptions: 3 }],
    ['gap', {}, { quietSince: NOW - 1000 }],
  ] as const)('names the pressure rule that holds it back: %s', (check, facts, session) => {
    const journeyNow = aJourney({ messages: [{ ...news, audience: undefined, when: always }] })
    const user = aWorld(journeyNow)
    user.facts = { ...user.facts, busy: [], ...facts }
    user.state = { ...user.state, session: { ...user.state.session, ...session } }
    user.check()
    expect(reasons(user, 'news')).toEqual({ shown: false, failed: [check] })
  })

  it('names that it was dismissed, and what stands in its place', () => {
    const other = { id: 'other', kind: 'announcement', title, when: always } as const
    const user = aWorld(aJourney({ messages: [{ ...other, id: 'first' }, other] }))
    user.check()
    expect(reasons(user, 'other')).toEqual({ shown: false, failed: ['place'] })
    user.act({ do: 'dismiss', reason: 'closed' })
    expect(reasons(user, 'first')).toEqual({ shown: false, failed: ['seen', 'gap'] })
  })
})

describe('the explanation of a guide', () => {
  const steps = [{ id: 'one', title, target: { id: 'x' } }]

  it('names that it starts on request only', () => {
    const user = aWorld(aJourney({ guides: [{ id: 'tour', title, steps }] }))
    user.check()
    expect(reasons(user, 'tour')).toEqual({ shown: false, failed: ['start'] })
  })

  it('names that its target is not to be seen', () => {
    const guides = [{ id: 'tour', title, steps, start: always }]
    const user = aWorld(aJourney({ guides }), { isVisible: () => false })
    user.check()
    expect(reasons(user, 'tour')).toEqual({ shown: false, failed: ['target'] })
  })

  it('names that a dialog is over the page, whatever is respected', () => {
    const guides = [{ id: 'tour', title, steps: [{ id: 'one', title }], start: always }]
    const user = aWorld(aJourney({ guides, pressure: { respect: [] } }))
    user.facts = { ...user.facts, busy: ['host-dialog'] }
    user.check()
    expect(reasons(user, 'tour')).toEqual({ shown: false, failed: ['target'] })
  })

  it('names that it waits for its target', () => {
    const guides = [{ id: 'tour', title, steps, start: always }]
    const user = aWorld(aJourney({ guides }), { isVisible: () => false })
    user.signal({ type: 'start', id: 'tour' })
    expect(reasons(user, 'tour').failed).toEqual(['seen', 'target', 'waiting'])
  })
})

describe('the explanation of the rest', () => {
  const win = { id: 'sent', title, when: { event: 'sent' } } as const
  const journey = aJourney({
    wins: [win],
    paths: [{ id: 'path', title, tasks: [{ id: 'a', title, win: 'sent' }] }],
    setups: [
      { id: 'form', title, fields: [{ id: 'a', label: title, text: {} }], apply: { event: 'x' } },
    ],
    surveys: [{ id: 'mood', when: always, questions: [{ id: 'a', kind: 'nps', ask: title }] }],
  })

  it('names what a win still needs, and that nobody asked to celebrate it', () => {
    const user = aWorld(journey)
    user.check()
    expect(reasons(user, 'sent').failed).toEqual([
      'reached',
      'when',
      'celebrate',
      'recent',
      'place',
    ])
    user.track('sent')
    expect(reasons(user, 'sent').failed).toEqual(['celebrate', 'place'])
  })

  it('names that praise waits for a dialog to close', () => {
    const user = aWorld(aJourney({ wins: [{ ...win, celebrate: 'big' }] }))
    user.facts = { ...user.facts, busy: ['typing', 'host-dialog'] }
    user.track('sent')
    expect(reasons(user, 'sent')).toEqual({ shown: false, failed: ['dialog'] })
  })

  it('names that the checklist is folded', () => {
    const user = aWorld(journey, { busy: ['typing'] })
    user.check()
    expect(reasons(user, 'path')).toEqual({ shown: false, failed: ['checklist'] })
    user.act({ do: 'open' })
    expect(reasons(user, 'path')).toEqual({ shown: true, failed: [] })
  })

  it('names that nobody asked for a setup, and that a survey is answered', () => {
    const user = aWorld(journey)
    user.check()
    user.act({ do: 'answer', answer: 9 })
    expect(reasons(user, 'form')).toEqual({ shown: false, failed: ['requested'] })
    expect(reasons(user, 'mood').failed).toEqual(['questions', 'seen', 'gap'])
  })

  it('is given for everything at once, and not at all for what there is not', () => {
    const user = aWorld(journey)
    const ids = explain(user.state, user).map(({ id }) => id)
    expect(ids).toEqual(['path', 'sent', 'form', 'mood'])
    expect(explain(user.state, user, 'unknown')).toEqual([])
  })
})
