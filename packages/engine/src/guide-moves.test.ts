import type { Guide, Step } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aJourney, aWorld, type World } from '../test/a-world.ts'

const title = 'Title'
const always = { since: 'first-seen' } as const

function aGuide(...steps: Omit<Step, 'title'>[]): Guide {
  return { id: 'tour', title, steps: steps.map((step) => Object.assign({ title }, step)) }
}

/** Somebody who asked for the guide. */
function onTour(guide: Guide, facts = {}): World {
  const user = aWorld(aJourney({ guides: [guide] }), facts)
  user.signal({ type: 'start', id: 'tour' })
  return user
}

const at = (step: string) => ({ kind: 'step', guide: 'tour', step })

describe('a step', () => {
  const click = { on: 'click' } as const
  const signals = {
    next: { type: 'act', action: { do: 'next' } },
    advance: { type: 'advance' },
    event: { type: 'event', name: 'sent' },
    other: { type: 'event', name: 'other' },
    check: { type: 'check' },
  } as const
  it.each([
    [undefined, 'next', true],
    ['next', 'next', true],
    ['next', 'advance', false],
    [click, 'advance', true],
    [click, 'next', false],
    [{ on: 'input', minLength: 3 }, 'advance', true],
    [{ event: 'sent' }, 'event', true],
    [{ event: 'sent' }, 'other', false],
    [{ event: 'sent' }, 'advance', false],
    [{ route: '/elsewhere' }, 'check', false],
    [{ route: '/*' }, 'check', false],
  ] as const)('that waits for %j is led on by %s: %s', (advance, signal, isLed) => {
    const user = onTour(aGuide({ id: 'one', ...(advance && { advance }) }, { id: 'two' }))
    expect(user.signal(signals[signal])).toEqual(at(isLed ? 'two' : 'one'))
  })

  it('is reported as viewed once, and completed when it led on', () => {
    const user = onTour(aGuide({ id: 'one' }, { id: 'two' }))
    user.check()
    user.act({ do: 'next' })
    user.act({ do: 'next' })
    expect(user.names().slice(1)).toEqual([
      'guide_started',
      'step_viewed',
      'step_completed',
      'step_viewed',
      'step_completed',
      'guide_completed',
    ])
    const properties = { guide: 'tour', step: 'two', index: 1, of: 2 }
    expect(user.reports).toContainEqual({ name: 'step_viewed', properties })
  })

  it('waits out of sight for its target, and is reported missing once', () => {
    const user = onTour(aGuide({ id: 'one', target: { id: 'x' } }), { isVisible: () => false })
    expect(user.last.view).toMatchObject({ shown: undefined, active: { index: 0 } })
    const missing = { type: 'missing', reason: 'not-found', waitedMs: 10_000 } as const
    user.signal(missing)
    user.signal(missing)
    expect(user.names().filter((name) => name === 'target_missing')).toHaveLength(1)
    user.facts = { ...user.facts, isVisible: () => true }
    expect(user.check()).toEqual(at('one'))
    expect(user.last.view.requested).toBe(true)
  })

  it('leads to its page, unless that is where the user is', () => {
    const guide = aGuide({ id: 'one', route: '/reports' })
    expect(onTour(guide).last.effects).toEqual([{ do: 'navigate', to: '/reports' }])
    expect(onTour(guide, { route: '/reports' }).last.effects).toEqual([])
  })

  it('that leads to the page that the user is on is passed over, as are those after it', () => {
    const advance = { route: '/reports' }
    const steps = [{ id: 'one', advance }, { id: 'two', advance }, { id: 'three' }]
    const user = onTour(aGuide(...steps), { route: '/reports' })
    expect(user.last.view.shown).toEqual(at('three'))
    expect(user.act({ do: 'back' })).toEqual(at('three'))
  })

  it('that leads away from a page of its own is seen there first', () => {
    const guide = aGuide({ id: 'one', route: '/a', advance: { route: '/b' } }, { id: 'two' })
    const user = onTour(guide, { route: '/b' })
    expect(user.last.view.active?.step.id).toBe('one')
    user.facts = { ...user.facts, route: '/a' }
    expect(user.check()).toEqual(at('one'))
    user.facts = { ...user.facts, route: '/b' }
    expect(user.check()).toEqual(at('two'))
  })

  it('is followed back to the one before, and from the first to none', () => {
    const user = onTour(aGuide({ id: 'one' }, { id: 'two' }))
    user.act({ do: 'next' })
    expect(user.act({ do: 'back' })).toEqual(at('one'))
    expect(user.act({ do: 'back' })).toEqual(at('one'))
  })

  it('that an edit removed counts as the first', () => {
    const user = onTour(aGuide({ id: 'one' }, { id: 'two' }))
    user.act({ do: 'next' })
    user.journey = aJourney({ guides: [aGuide({ id: 'new' }, { id: 'one' })] })
    expect(user.check()).toEqual(at('new'))
  })
})

describe('help for who is stuck', () => {
  const stuck = { after: '40s', help: 'Stuck?' }

  it('comes when the step has stood there for long enough, and is reported once', () => {
    const user = onTour(aGuide({ id: 'one', stuck }))
    expect(user.last.wakeAt).toBe(user.facts.now + 40_000)
    user.wait(39_999)
    expect(user.last.view.active?.memory.stuck).toBeUndefined()
    user.wait(1)
    expect(user.last.view.active?.memory.stuck).toBe(true)
    user.wait(40_000)
    expect(user.names().filter((name) => name === 'stuck_detected')).toHaveLength(1)
  })

  it('does not count the time in which the page was closed', () => {
    const user = onTour(aGuide({ id: 'one', stuck }))
    user.facts = { ...user.facts, now: user.facts.now + 86_400_000 }
    user.comeBack('tomorrow')
    expect(user.last.view).toMatchObject({ shown: at('one'), active: { memory: {} } })
    expect(user.names()).not.toContain('stuck_detected')
  })
})

describe('a guide', () => {
  const other: Guide = { id: 'other', title, steps: [{ id: 'one', title }] }

  it('that the host starts ends the one under way', () => {
    const user = aWorld(aJourney({ guides: [aGuide({ id: 'one' }), other] }))
    user.signal({ type: 'start', id: 'tour' })
    user.signal({ type: 'start', id: 'other' })
    const properties = { guide: 'tour', step: 'one', reason: 'replaced' }
    expect(user.reports).toContainEqual({ name: 'guide_dismissed', properties })
  })

  it.each([
    ['closed', undefined],
    ['escape', undefined],
    ['later', at('two')],
  ] as const)('that was dismissed with %s shows in the next session %j', (reason, expected) => {
    const guide = { ...aGuide({ id: 'one' }, { id: 'two' }), start: always }
    const user = aWorld(aJourney({ guides: [guide] }))
    user.check()
    user.act({ do: 'next' })
    user.act({ do: 'dismiss', reason })
    expect(user.wait(31_000)).toBeUndefined()
    expect(user.comeBack('tomorrow')).toEqual(expected)
  })

  it('does not start by itself without its target, nor while the user types', () => {
    const guide = { ...aGuide({ id: 'one', target: { id: 'x' } }), start: always }
    const user = aWorld(aJourney({ guides: [guide] }), { isVisible: () => false })
    expect(user.check()).toBeUndefined()
    user.facts = { ...user.facts, isVisible: () => true, busy: ['typing'] }
    expect(user.check()).toBeUndefined()
    expect(user.names()).not.toContain('guide_started')
    user.facts = { ...user.facts, busy: [] }
    expect(user.check()).toEqual(at('one'))
    expect(user.last.view.requested).toBe(false)
  })

  it('waits while a dialog of the host is open, and comes when that closes', () => {
    const user = aWorld(aJourney({ guides: [aGuide({ id: 'one' })] }), { busy: ['host-dialog'] })
    user.signal({ type: 'start', id: 'tour' })
    expect(user.check()).toBeUndefined()
    user.facts = { ...user.facts, busy: [] }
    expect(user.check()).toEqual(at('one'))
    expect(user.names().filter((name) => name === 'step_viewed')).toHaveLength(1)
  })

  it('stays where it stands when a dialog of the host opens over it', () => {
    const user = onTour(aGuide({ id: 'one' }))
    user.facts = { ...user.facts, busy: ['host-dialog'] }
    expect(user.check()).toEqual(at('one'))
    expect(user.names().filter((name) => name === 'step_viewed')).toHaveLength(1)
  })

  it('stands in a dialog of the host where its target is in sight in there', () => {
    const user = onTour(aGuide({ id: 'one', target: { id: 'x' } }))
    user.facts = { ...user.facts, busy: ['host-dialog'] }
    expect(user.check()).toEqual(at('one'))
  })

  it('does not push aside one that waits for its target, until that is reported missing', () => {
    const tour = aGuide({ id: 'one', target: { id: 'x' } })
    const user = aWorld(aJourney({ guides: [{ ...other, start: always }, tour] }), {
      isVisible: () => false,
      busy: ['typing'],
    })
    user.signal({ type: 'start', id: 'tour' })
    user.facts = { ...user.facts, busy: [] }
    expect(user.check()).toBeUndefined()
    const missing = { type: 'missing', reason: 'not-found', waitedMs: 10_000 } as const
    expect(user.signal(missing)).toMatchObject({ guide: 'other' })
  })

  it('leaves a gap behind it before anything comes unasked', () => {
    const news = { id: 'news', kind: 'announcement', title, when: { guide: 'tour' } } as const
    const user = aWorld(aJourney({ guides: [aGuide({ id: 'one' })], messages: [news] }))
    user.signal({ type: 'start', id: 'tour' })
    user.wait(60_000)
    expect(user.act({ do: 'next' })).toBeUndefined()
    expect(user.wait(30_000)).toMatchObject({ message: 'news' })
  })

  it('is not offered to who has had its success already', () => {
    const task = { id: 'task', title, win: 'sent', guide: 'tour' }
    const user = aWorld(
      aJourney({
        wins: [{ id: 'sent', title, when: { event: 'sent' } }],
        paths: [{ id: 'path', title, tasks: [task] }],
        guides: [{ ...aGuide({ id: 'one' }), start: always }],
      }),
    )
    expect(user.track('sent')).toBeUndefined()
    expect(user.wait(86_400_000)).toBeUndefined()
  })
})
