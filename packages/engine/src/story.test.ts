import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aWorld, NOW, type World } from '../test/a-world.ts'
import { loadJourney } from './load-journey.ts'

const DAY = 86_400_000
const file = new URL('../../../examples/mail-tool/public/onboarding.journey.json', import.meta.url)
const raw: unknown = JSON.parse(readFileSync(file, 'utf8'))

/** A new customer of the example, just signed in. */
function aCustomer(): World {
  const { journey, faults } = loadJourney(raw)
  if (!journey || faults.length > 0) throw new Error(JSON.stringify(faults))
  const contractedAt = new Date(NOW - 60_000).toISOString()
  const traits = { plan: 'trial', industry: 'retail', role: 'owner', contractedAt }
  return aWorld(journey, { traits })
}

const open = { kind: 'checklist', praise: undefined }

/** Up to the checklist that the letter leads to. */
function afterLetter(): World {
  const customer = aCustomer()
  customer.check()
  customer.act({ do: 'follow' })
  return customer
}

/** Up to the celebration of the first mail. */
function afterFirstMail(): World {
  const customer = afterLetter()
  customer.track('template.applied')
  customer.track('preview.opened')
  customer.act({ do: 'begin', task: 'send-first-mail' })
  customer.signal({ type: 'advance' })
  customer.signal({ type: 'advance' })
  customer.wait(60_000)
  customer.track('mail.sent')
  return customer
}

/** Up to the goodbye of the checklist, read and closed. */
function afterGoodbye(): World {
  const customer = afterFirstMail()
  customer.act({ do: 'follow' })
  customer.act({ do: 'next' })
  customer.act({ do: 'close' })
  return customer
}

describe('the story of the mail tool', () => {
  it('shows nothing before it is known who the user is', () => {
    const customer = aCustomer()
    customer.facts = { ...customer.facts, identified: false, traits: {} }
    expect(customer.check()).toBeUndefined()
    expect(customer.last.view.hasLauncher).toBe(false)
    expect(customer.reports).toEqual([])
  })

  it('begins with the letter, unasked', () => {
    const customer = aCustomer()
    expect(customer.check()).toEqual({ kind: 'message', message: 'welcome-letter' })
    expect(customer.last.view).toMatchObject({ requested: false, hasLauncher: true })
    expect(customer.names()).toEqual(['journey_started', 'message_shown'])
  })

  it('leads from the letter to the checklist, whose way is begun already', () => {
    const customer = aCustomer()
    customer.check()
    expect(customer.act({ do: 'follow' })).toEqual(open)
    expect(customer.last.view.progress).toMatchObject({ done: 0, of: 3, fraction: 1 / 4 })
  })

  it('hands recommended values to the host, and is done with the task when it has taken them', () => {
    const customer = afterLetter()
    const setup = { kind: 'setup', setup: 'industry-template' }
    expect(customer.act({ do: 'begin', task: 'pick-template' })).toEqual(setup)
    const form = { values: { template: 'sale', sendHour: 10 }, recommended: ['template'] }
    expect(customer.last.view).toMatchObject({ requested: true, form })

    const values = { template: 'sale', sendHour: 10 }
    customer.act({ do: 'apply', values })
    expect(customer.last.effects).toEqual([{ do: 'apply', setup: 'industry-template', values }])
    const applied = { type: 'applied', setup: 'industry-template', values, ok: true } as const
    expect(customer.signal(applied)).toEqual(open)
    expect(customer.last.reports.map(({ name }) => name)).toEqual([
      'setup_applied',
      'win_reached',
      'task_completed',
    ])
  })

  it.each([
    ['before', [{ type: 'advance' }, { type: 'event', name: 'preview.opened' }]],
    ['after', [{ type: 'event', name: 'preview.opened' }, { type: 'advance' }]],
  ] as const)('praises the preview when the click is heard %s the event', (_, signals) => {
    const customer = afterLetter()
    customer.track('template.applied')
    const step = { kind: 'step', guide: 'open-preview', step: 'press-preview' }
    expect(customer.act({ do: 'begin', task: 'open-preview' })).toEqual(step)

    for (const signal of signals) customer.signal(signal)
    expect(customer.last.view.shown).toEqual({ kind: 'celebration', win: 'preview-seen' })
    expect(customer.act({ do: 'seen' })).toEqual(open)
    expect(customer.last.view).toMatchObject({ requested: false, progress: { done: 2 } })
    const ends = ['guide_started', 'step_viewed', 'step_completed', 'guide_completed']
    expect(customer.names().filter((name) => /guide|step/.test(name))).toEqual(ends)
  })

  it('celebrates the first mail with its time to value', () => {
    const customer = afterFirstMail()
    expect(customer.last.view.shown).toEqual({ kind: 'celebration', win: 'first-mail-sent' })
    expect(customer.last.view).toMatchObject({ ttvMs: 120_000, progress: { fraction: 1 } })
    const properties = { win: 'first-mail-sent', tier: 'first-strike', ttvMs: 120_000 }
    const clock = 'trait:contractedAt'
    expect(customer.last.reports).toContainEqual({
      name: 'win_reached',
      properties: { ...properties, clock },
    })
    expect(customer.names().filter((name) => name === 'path_completed')).toHaveLength(1)
  })

  it('ends the guide of a mail that was sent without it', () => {
    const customer = afterLetter()
    customer.track('template.applied')
    customer.track('preview.opened')
    customer.act({ do: 'begin', task: 'send-first-mail' })
    customer.track('mail.sent')
    expect(customer.act({ do: 'seen' })).toEqual(open)
    expect(customer.reports).toContainEqual({
      name: 'guide_dismissed',
      properties: { guide: 'send-first-mail', step: 'subject', reason: 'ended' },
    })
  })

  it('leads on to the reports page, and waits there for the target', () => {
    const customer = afterFirstMail()
    customer.facts = { ...customer.facts, isVisible: () => false }
    expect(customer.act({ do: 'follow' })).toBeUndefined()
    expect(customer.last.effects).toEqual([{ do: 'navigate', to: '/reports' }])

    customer.facts = { ...customer.facts, route: '/reports', isVisible: () => true }
    expect(customer.check()).toEqual({ kind: 'step', guide: 'watch-opens', step: 'reports' })
    expect(customer.last.view.requested).toBe(true)
  })

  it('says goodbye with the checklist, and then takes the launcher away', () => {
    const customer = afterFirstMail()
    customer.act({ do: 'follow' })
    expect(customer.act({ do: 'next' })).toEqual(open)
    expect(customer.last.view.hasLauncher).toBe(true)
    expect(customer.act({ do: 'close' })).toBeUndefined()
    expect(customer.last.view.hasLauncher).toBe(false)
  })

  it('keeps quiet for the gap after the goodbye, and then invites to the others', () => {
    const customer = afterGoodbye()
    expect(customer.wait(29_000)).toBeUndefined()
    expect(customer.last.wakeAt).toBe(customer.facts.now + 1000)
    expect(customer.wait(1000)).toEqual({ kind: 'message', message: 'user-group' })
  })

  it('asks a day later what made the user happiest, question by question', () => {
    const customer = afterGoodbye()
    customer.wait(30_000)
    customer.act({ do: 'follow' })
    customer.wait(DAY)
    const survey = { kind: 'survey', survey: 'happiest' }
    expect(customer.comeBack('tomorrow')).toEqual({ ...survey, question: 'nps' })
    expect(customer.act({ do: 'answer', answer: 10 })).toEqual({ ...survey, question: 'joy' })
    expect(customer.act({ do: 'answer', answer: 'the first mail' })).toBeUndefined()
    expect(customer.comeBack('the day after')).toBeUndefined()
  })

  it('celebrates ten mails in a week, and only then makes the offer', () => {
    const customer = afterGoodbye()
    customer.wait(30_000)
    customer.act({ do: 'follow' })
    for (let mail = 2; mail < 10; mail += 1) customer.track('mail.sent')
    expect(customer.track('mail.sent')).toEqual({ kind: 'celebration', win: 'ten-mails-a-week' })
    customer.act({ do: 'seen' })
    expect(customer.wait(30_000)).toEqual({ kind: 'message', message: 'team-plan' })
    customer.act({ do: 'decline' })
    expect(customer.comeBack('tomorrow')).toBeUndefined()
  })

  it('remembers the day a year later, and the year after', () => {
    const customer = afterGoodbye()
    customer.wait(30_000)
    customer.act({ do: 'follow' })
    customer.comeBack('anytime')
    customer.wait(DAY)
    customer.act({ do: 'dismiss', reason: 'closed' })
    const anniversary = { kind: 'message', message: 'anniversary' }
    for (const year of [2027, 2028]) {
      customer.facts = { ...customer.facts, now: new Date(`${year}-11-22T12:00`).getTime() }
      expect(customer.comeBack(`in ${year}`)).toEqual(anniversary)
      customer.act({ do: 'dismiss', reason: 'closed' })
      expect(customer.comeBack(`again in ${year}`)).toBeUndefined()
    }
  })
})
