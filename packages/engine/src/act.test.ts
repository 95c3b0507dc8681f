import { describe, expect, it } from 'vitest'
import { aJourney, aWorld } from '../test/a-world.ts'

const title = 'Title'
const always = { since: 'first-seen' } as const
const never = { event: 'never' } as const
const checklist = { kind: 'checklist', praise: undefined }

const journey = aJourney({
  wins: [
    { id: 'made', title, when: { event: 'made' }, celebrate: 'small' },
    {
      id: 'sent',
      title,
      when: { event: 'sent' },
      celebrate: { size: 'big', next: { survey: 'mood' } },
    },
  ],
  paths: [
    {
      id: 'first',
      title,
      order: 'any',
      tasks: [
        { id: 'make', title, win: 'made', setup: 'form' },
        { id: 'send', title, win: 'sent', guide: 'sending', route: '/send' },
      ],
    },
  ],
  guides: [
    {
      id: 'sending',
      title,
      steps: [
        { id: 'one', title },
        { id: 'two', title },
      ],
    },
  ],
  // Its id is one of a guide too: ids are unique only within their kind.
  setups: [
    {
      id: 'form',
      title,
      fields: [{ id: 'name', label: title, text: {} }],
      apply: { event: 'made' },
    },
    {
      id: 'sending',
      title,
      fields: [{ id: 'n', label: title, number: {} }],
      apply: { event: 'x' },
    },
  ],
  messages: [
    { id: 'letter', kind: 'confirmation', title, when: never, signedBy: { name: 'Aoi' } },
    {
      id: 'offer',
      kind: 'offer',
      title,
      when: never,
      reason: 'you grow',
      decline: 'No',
      link: { label: 'See', href: '/plans' },
    },
  ],
  surveys: [
    {
      id: 'mood',
      when: never,
      questions: [
        { id: 'nps', kind: 'nps', ask: title },
        { id: 'why', kind: 'text', ask: title },
      ],
    },
  ],
})

function aUser() {
  const user = aWorld(journey)
  user.check()
  return user
}

describe('the checklist', () => {
  it('opens, closes, and keeps the quiet afterwards', () => {
    const user = aUser()
    expect(user.act({ do: 'open' })).toEqual(checklist)
    expect(user.act({ do: 'close' })).toBeUndefined()
    expect(user.state.session.quietSince).toBe(user.facts.now)
  })

  it('does not open for who has no path', () => {
    const user = aWorld(aJourney())
    user.act({ do: 'open' })
    expect(user.state.memory.checklist).toBe('closed')
  })

  it('stands aside for the guide of a task, and leads the user to its page', () => {
    const user = aUser()
    user.act({ do: 'open' })
    const step = { kind: 'step', guide: 'sending', step: 'one' }
    expect(user.act({ do: 'begin', task: 'send' })).toEqual(step)
    expect(user.last.effects).toEqual([{ do: 'navigate', to: '/send' }])
    expect(user.last.view.requested).toBe(true)
  })

  it('comes back when the task is done, and not before', () => {
    const user = aUser()
    user.act({ do: 'open' })
    user.act({ do: 'begin', task: 'make' })
    const applied = { type: 'applied', setup: 'form', values: {}, ok: true } as const
    expect(user.signal(applied)).toEqual({ kind: 'celebration', win: 'made' })
    expect(user.act({ do: 'seen' })).toEqual(checklist)
  })

  it('stays away from who leaves the task', () => {
    const user = aUser()
    user.act({ do: 'open' })
    user.act({ do: 'begin', task: 'make' })
    expect(user.act({ do: 'dismiss', reason: 'closed' })).toBeUndefined()
    expect(user.track('made')).toEqual({ kind: 'celebration', win: 'made' })
    expect(user.act({ do: 'seen' })).toBeUndefined()
  })

  it('praises a small win in itself, and the praise goes when it is closed', () => {
    const user = aUser()
    user.act({ do: 'open' })
    expect(user.track('made')).toEqual({ kind: 'checklist', praise: 'made' })
    expect(user.act({ do: 'close' })).toBeUndefined()
  })

  it('makes room for what the host starts, and returns after it', () => {
    const user = aUser()
    user.act({ do: 'open' })
    const message = { kind: 'message', message: 'offer' }
    expect(user.signal({ type: 'start', id: 'offer' })).toEqual(message)
    expect(user.act({ do: 'decline' })).toEqual(checklist)
  })

  it('takes the place of the step that is shown, which comes back when it is closed', () => {
    const user = aUser()
    const step = user.signal({ type: 'start', id: 'sending' })
    expect(user.act({ do: 'open' })).toEqual(checklist)
    expect(user.act({ do: 'close' })).toEqual(step)
  })

  it('says goodbye only when it was there to be read', () => {
    const user = aUser()
    user.track('made')
    user.track('sent')
    user.act({ do: 'close' })
    expect(user.last.view.hasLauncher).toBe(true)
  })
})

describe('a celebration', () => {
  it('leads on to its next thing, and the checklist waits until that is over', () => {
    const user = aUser()
    user.act({ do: 'open' })
    expect(user.track('sent')).toEqual({ kind: 'celebration', win: 'sent' })
    expect(user.act({ do: 'follow' })).toMatchObject({ kind: 'survey', question: 'nps' })
    expect(user.act({ do: 'answer', answer: 9 })).toMatchObject({ question: 'why' })
    expect(user.act({ do: 'answer', answer: '' })).toEqual(checklist)
  })

  it('does not ask for the focus for what follows when it goes by itself', () => {
    const user = aUser()
    user.act({ do: 'open' })
    user.track('sent')
    expect(user.act({ do: 'seen' })).toEqual(checklist)
    expect(user.last.view.requested).toBe(false)
  })
})

describe('a message', () => {
  it.each([
    [{ do: 'follow' }, 'followed'],
    [{ do: 'decline' }, 'declined'],
    [{ do: 'dismiss', reason: 'closed' }, 'closed'],
    [{ do: 'dismiss', reason: 'escape' }, 'closed'],
    [{ do: 'dismiss', reason: 'later' }, 'later'],
  ] as const)('ends with %j, and that is reported as %s', (action, answer) => {
    const user = aUser()
    user.signal({ type: 'start', id: 'offer' })
    expect(user.act(action)).toBeUndefined()
    const properties = { message: 'offer', kind: 'offer', answer }
    expect(user.last.reports).toEqual([{ name: 'message_answered', properties }])
  })

  it('leads to the checklist when it is the letter', () => {
    const user = aUser()
    user.signal({ type: 'start', id: 'letter' })
    expect(user.act({ do: 'follow' })).toEqual(checklist)
  })

  it('of who has no path leads nowhere, and does not stand in the way of what comes later', () => {
    const signedBy = { name: 'Aoi' }
    const user = aWorld(
      aJourney({
        messages: [
          { id: 'letter', kind: 'confirmation', title, when: always, signedBy },
          { id: 'news', kind: 'announcement', title, when: always },
        ],
      }),
    )
    user.check()
    user.act({ do: 'follow' })
    expect(user.wait(30_000)).toEqual({ kind: 'message', message: 'news' })
  })
})

describe('what the host starts', () => {
  it('changes nothing when there is no such thing', () => {
    const user = aUser()
    user.act({ do: 'open' })
    expect(user.signal({ type: 'start', id: 'unknown' })).toEqual(checklist)
  })

  it('is the guide where a setup has the same id, and not both', () => {
    const user = aUser()
    expect(user.signal({ type: 'start', id: 'sending' })).toMatchObject({ kind: 'step' })
    user.act({ do: 'next' })
    expect(user.act({ do: 'next' })).toBeUndefined()
  })

  it('begins at the step that is asked for', () => {
    const user = aUser()
    const step = user.signal({ type: 'start', id: 'sending', step: 'two' })
    expect(step).toEqual({ kind: 'step', guide: 'sending', step: 'two' })
  })

  it('is no survey that was answered', () => {
    const user = aUser()
    user.signal({ type: 'start', id: 'mood' })
    user.act({ do: 'answer', answer: 9 })
    user.act({ do: 'answer', answer: '' })
    expect(user.signal({ type: 'start', id: 'mood' })).toBeUndefined()
  })
})

describe('a setup', () => {
  it('stays with a word of regret when the host fails, until it is tried again', () => {
    const user = aUser()
    user.signal({ type: 'start', id: 'form' })
    const values = { name: 'x' }
    user.act({ do: 'apply', values })
    user.signal({ type: 'applied', setup: 'form', values, ok: false })
    expect(user.last.view.form?.failed).toBe(true)
    user.act({ do: 'apply', values })
    expect(user.last.view.form?.failed).toBe(false)
  })
})

describe('an action', () => {
  it.each([
    { do: 'next' },
    { do: 'back' },
    { do: 'seen' },
    { do: 'follow' },
    { do: 'decline' },
    { do: 'answer', answer: 1 },
    { do: 'apply', values: {} },
    { do: 'dismiss', reason: 'escape' },
    { do: 'begin', task: 'unknown' },
  ] as const)('that makes no sense now changes nothing: %j', (action) => {
    const user = aUser()
    const before = user.state
    user.act(action)
    expect(user.state).toEqual(before)
    expect(user.last).toMatchObject({ reports: [], effects: [] })
  })
})
