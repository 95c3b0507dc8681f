import type { Guide, Journey, Message, Survey } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { aJourney, aWorld, NOW } from '../test/a-world.ts'

const DAY = 86_400_000
const title = 'Title'
const always = { since: 'first-seen' } as const

function news(id: string, parts: Partial<Message> = {}): Message {
  return { id, kind: 'announcement', title, when: always, ...parts } as Message
}

const letter = news('letter', { kind: 'confirmation', signedBy: { name: 'Aoi' } } as const)
const tour: Guide = { id: 'tour', title, start: always, steps: [{ id: 'one', title }] }
const survey: Survey = {
  id: 'mood',
  when: always,
  questions: [{ id: 'nps', kind: 'nps', ask: title }],
}

function aUser(parts: Omit<Partial<Journey>, 'format'>, facts = {}) {
  return aWorld(aJourney(parts), facts)
}

describe('what comes unasked', () => {
  it('comes in the order of letter, guide, message, survey, one at a time, with gaps', () => {
    const user = aUser({
      messages: [news('news'), letter],
      guides: [tour],
      surveys: [survey],
      pressure: { perSession: 4 },
    })
    const seen = []
    for (let turn = 0; turn < 5; turn += 1) {
      seen.push(user.wait(30_000))
      expect(user.wait(30_000)).toEqual(seen.at(-1))
      user.act({ do: 'dismiss', reason: 'closed' })
    }
    expect(seen.map((shown) => shown?.kind)).toEqual([
      'message',
      'step',
      'message',
      'survey',
      undefined,
    ])
  })

  it.each([
    [['typing'], undefined, false],
    [['host-dialog'], undefined, false],
    [['typing'], ['host-dialog'], true],
    [['typing', 'host-dialog'], [], true],
    [[], undefined, true],
  ] as const)('while the user is %j and the journey respects %j comes: %s', (...row) => {
    const [busy, respect, comes] = row
    const pressure = respect ? { respect: [...respect] } : {}
    const user = aUser({ messages: [news('news')], pressure }, { busy })
    expect(user.check() !== undefined).toBe(comes)
  })

  it.each([
    [undefined, 3],
    [0, 0],
    [1, 1],
  ])('with perSession %s comes %d times in a session, and again in the next', (cap, times) => {
    const messages = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => news(id))
    const pressure = cap === undefined ? {} : { perSession: cap }
    const user = aUser({ messages, pressure })
    for (const session of ['today', 'tomorrow']) {
      user.comeBack(session)
      for (let turn = 0; turn < 5; turn += 1) {
        user.wait(30_000)
        user.act({ do: 'dismiss', reason: 'closed' })
      }
    }
    expect(user.names().filter((name) => name === 'message_shown')).toHaveLength(2 * times)
  })

  it.each([
    [undefined, 30_000],
    ['2m', 120_000],
    ['0s', 0],
  ])('with a gap of %s waits for %d ms after the last thing', (gap, ms) => {
    const messages = [news('a'), news('b')]
    const user = aUser({ messages, pressure: gap === undefined ? {} : { gap } })
    user.check()
    user.act({ do: 'dismiss', reason: 'closed' })
    if (ms > 0) user.wait(ms - 1)
    expect(user.last.view.shown === undefined).toBe(ms > 0)
    expect(user.wait(1)).toEqual({ kind: 'message', message: 'b' })
  })

  it('waits for no longer than the gap where the clock is set back', () => {
    const when = { not: { event: 'left' } } as const
    const user = aUser({ messages: [news('a', { when }), news('b', { when })] })
    user.check()
    user.act({ do: 'dismiss', reason: 'closed' })
    expect(user.wait(-DAY)).toBeUndefined()
    expect(user.last.wakeAt).toBe(NOW - DAY + 30_000)
    expect(user.wait(29_999)).toBeUndefined()
    expect(user.wait(1)).toEqual({ kind: 'message', message: 'b' })
  })

  it('is meant for the user', () => {
    const messages = [news('news', { audience: 'owners' })]
    const user = aUser({ audiences: { owners: { trait: 'owner' } }, messages })
    expect(user.check()).toBeUndefined()
    user.facts = { ...user.facts, traits: { owner: true } }
    expect(user.check()).toMatchObject({ message: 'news' })
  })

  it('leaves the checklist alone that somebody reads', () => {
    const user = aUser({
      paths: [{ id: 'path', title, tasks: [{ id: 'a', title, win: 'a' }] }],
      messages: [news('news')],
    })
    user.act({ do: 'open' })
    expect(user.wait(DAY)).toMatchObject({ kind: 'checklist' })
  })

  it('goes when an edit takes it out of the journey', () => {
    const user = aUser({ surveys: [survey] })
    user.check()
    const other = { id: 'why', kind: 'text', ask: title } as const
    user.journey = aJourney({ surveys: [{ ...survey, questions: [other] }] })
    expect(user.check()).toBeUndefined()
  })
})

describe('praise that has pushed a guide aside', () => {
  const target = { css: '#next' }
  const steps: Guide['steps'] = [
    { id: 'one', title, advance: { event: 'did' } },
    { id: 'two', title, target },
  ]
  const alone: Guide = { id: 'other', title, start: always, steps: [{ id: 'one', title }] }
  const wins = [
    { id: 'done', title, tier: 'aha', when: { event: 'did' }, celebrate: 'small' } as const,
  ]

  it.each([
    ['a step that points at nothing', alone, {}, true],
    ['the next step, whose target is there', { ...tour, steps }, {}, true],
    ['a step whose target is not there', { ...tour, steps }, { isVisible: () => false }, false],
    ['no guide', undefined, {}, false],
  ])('is waited for by %s: %#', (...row) => {
    const [, guide, facts, awaited] = row
    const user = aUser({ guides: guide ? [guide] : [], wins })
    user.check()
    user.facts = { ...user.facts, ...facts }
    expect(user.track('did')).toEqual({ kind: 'celebration', win: 'done' })
    expect(user.last.view.isAwaited).toBe(awaited)
    expect(user.act({ do: 'seen' })?.kind).toBe(awaited ? 'step' : undefined)
  })

  it('is waited for from when the target comes', () => {
    const user = aUser({ guides: [{ ...tour, steps }], wins })
    user.check()
    user.facts = { ...user.facts, isVisible: () => false }
    user.track('did')
    user.facts = { ...user.facts, isVisible: () => true }
    user.check()
    expect(user.last.view).toMatchObject({ shown: { kind: 'celebration' }, isAwaited: true })
  })
})

describe('a message', () => {
  it.each([
    [{ do: 'dismiss', reason: 'closed' }, false, false],
    [{ do: 'decline' }, false, false],
    [{ do: 'follow' }, false, false],
    [{ do: 'dismiss', reason: 'later' }, false, true],
    [{ do: 'dismiss', reason: 'later' }, true, true],
    // The page went away under it.
    [undefined, false, true],
    [undefined, true, false],
  ] as const)('that ended with %j (once: %s) comes back in the next session: %s', (...row) => {
    const [action, once, comes] = row
    const user = aUser({ messages: [news('news', { once })] })
    user.check()
    if (action) user.act(action)
    user.wait(30_000)
    expect(user.last.view.shown === undefined).toBe(action !== undefined)
    expect(user.comeBack('tomorrow') !== undefined).toBe(comes)
  })

  it('that was refused and then asked for is still not wanted unasked', () => {
    const user = aUser({ messages: [news('news')] })
    user.check()
    user.act({ do: 'dismiss', reason: 'closed' })
    user.signal({ type: 'start', id: 'news' })
    expect(user.comeBack('tomorrow')).toBeUndefined()
  })

  it.each([
    [{ every: 'month', on: { trait: 'since' } }],
    [{ all: [{ every: 'month', on: { trait: 'since' } }, always] }],
  ] as const)('that returns each month is refused only for this one: %j', (when) => {
    const messages = [news('thanks', { when: when as Message['when'] })]
    const user = aUser({ messages }, { traits: { since: '2026-10-22' } })
    user.check()
    user.act({ do: 'dismiss', reason: 'closed' })
    expect(user.comeBack('later')).toBeUndefined()
    user.facts = { ...user.facts, now: new Date('2026-12-22T09:00').getTime() }
    expect(user.comeBack('next month')).toMatchObject({ message: 'thanks' })
  })

  it('that returns each month is not over when the page went away under it', () => {
    const messages = [news('thanks', { when: { every: 'month', on: { trait: 'since' } } })]
    const user = aUser({ messages }, { traits: { since: '2026-10-22' } })
    expect(user.check()).toMatchObject({ message: 'thanks' })
    expect(user.comeBack('the same day')).toMatchObject({ message: 'thanks' })
  })
})

describe('a survey', () => {
  it('goes on in the next session where it was left, and never asks twice', () => {
    const questions = [...survey.questions, { id: 'why', kind: 'text', ask: title } as const]
    const user = aUser({ surveys: [{ ...survey, questions }] })
    user.check()
    user.act({ do: 'answer', answer: 9 })
    expect(user.comeBack('tomorrow')).toMatchObject({ question: 'why' })
    user.act({ do: 'answer', answer: 'because' })
    expect(user.comeBack('the day after')).toBeUndefined()
    expect(user.state.memory.seen['survey:mood']).toMatchObject({ at: NOW, end: 'answered' })
  })
})
