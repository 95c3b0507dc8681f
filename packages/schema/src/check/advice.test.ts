import { describe, expect, it } from 'vitest'
import { checkJourney } from './check-journey.ts'

const sent = { event: 'mail.sent' }

function check(parts: object): readonly string[] {
  const { issues, journey } = checkJourney(
    JSON.stringify({ format: 1, id: 'j', locale: 'en', ...parts }),
  )
  expect(journey).toBeDefined()
  return issues.map(({ severity, path, message }) => `${severity} ${path}: ${message}`)
}

describe('a path', () => {
  function pathOf(count: number, tier: string) {
    const tasks = Array.from({ length: count }, (_, i) => ({ id: `t${i}`, title: 'T', win: 'w' }))
    const wins = [{ id: 'w', title: 'W', tier, when: sent }]
    return { wins, paths: [{ id: 'p', title: 'P', tasks }] }
  }

  it.each([3, 4, 5])('of %i tasks with a first strike is fine', (count) => {
    expect(check(pathOf(count, 'first-strike'))).toEqual([])
  })

  it.each([
    [
      6,
      '6 tasks. A path has 3 to 5. Keep the few that lead to the first result, and show the rest later.',
    ],
    [2, '2 tasks. A path has 3 to 5. With fewer than 3 the user sees no progress on the way.'],
    [1, '1 task. A path has 3 to 5. With fewer than 3 the user sees no progress on the way.'],
  ])('of %i tasks is advised against', (count, advice) => {
    expect(check(pathOf(count, 'first-strike'))).toEqual([`warning paths[0].tasks: ${advice}`])
  })

  it('leads to a first strike', () => {
    expect(check(pathOf(3, 'aha'))).toEqual([
      'warning paths[0].tasks: No task leads to a win of the tier "first-strike", so this path ends without a first result.',
    ])
  })
})

describe('a guide', () => {
  const guide = (rest: object) => ({
    guides: [{ id: 'g', title: 'G', steps: [{ id: 's', title: 'S' }], ...rest }],
  })
  const unused =
    'warning guides[0].id: No task, win or "start" leads to the guide "g". It shows only when the product calls start() with its id.'

  it('that nothing leads to is named', () => {
    expect(check(guide({}))).toEqual([unused])
    expect(check(guide({ start: 'on-request' }))).toEqual([unused])
  })

  it('is not led to by a condition on it', () => {
    const wins = [{ id: 'w', title: 'W', when: { all: [sent, { guide: 'g' }] } }]
    expect(check({ ...guide({}), wins })).toEqual([unused])
  })

  it('may be led to by a celebration or by its own start', () => {
    const celebrate = { size: 'small', next: { guide: 'g' } }
    expect(check({ ...guide({}), wins: [{ id: 'w', title: 'W', when: sent, celebrate }] })).toEqual(
      [],
    )
    expect(check(guide({ start: { route: '/' } }))).toEqual([])
  })

  it('does not wait for a click on nothing', () => {
    const steps = [{ id: 's', title: 'S', advance: { on: 'click' } }]
    const source = { format: 1, id: 'j', locale: 'en', ...guide({ start: sent, steps }) }
    expect(checkJourney(JSON.stringify(source)).issues).toMatchObject([
      { severity: 'error', code: 'step-without-target', path: 'guides[0].steps[0].advance.on' },
    ])
  })
})

describe('a text', () => {
  const survey = (title: unknown, ask: unknown) => ({
    surveys: [{ id: 's', when: sent, title, questions: [{ id: 'q', kind: 'nps', ask }] }],
  })

  it('has every language that the others have', () => {
    expect(check(survey({ en: 'A', ja: 'あ' }, { en: 'B' }))).toEqual([
      'warning surveys[0].questions[0].ask: No text for "ja", and other texts have it.',
    ])
  })

  it('has the language of the journey', () => {
    expect(check(survey({ ja: 'あ' }, { ja: 'い' }))).toEqual([
      'warning surveys[0].title: No text for "en", and "en" is the language of the journey.',
      'warning surveys[0].questions[0].ask: No text for "en", and "en" is the language of the journey.',
    ])
  })

  it('may be one for everybody', () => {
    expect(check(survey('NPS', { en: 'B', ja: 'い' }))).toEqual([])
  })
})

it('names what is checked, but not supported yet', () => {
  const wins = [{ id: 'w', title: 'W', when: { event: 'e' }, praise: { mail: 'm' } }]
  expect(check({ wins })).toEqual([
    'unsupported wins[0].praise: Checked, but not supported yet: praise by mail or webhook. The rest works without it.',
  ])
})

it('says nothing of a target in a frame and a shadow root, which are supported', () => {
  const target = { css: 'a', within: { frame: 'iframe', shadow: 'my-app' } }
  const steps = [{ id: 's', title: 'S', target }]
  expect(check({ guides: [{ id: 'g', title: 'G', start: { target }, steps }] })).toEqual([])
})
