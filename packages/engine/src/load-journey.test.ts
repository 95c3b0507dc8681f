import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadJourney } from './load-journey.ts'

const title = 'Title'
const when = { event: 'sent' }
const head = { format: 1, id: 'test', locale: 'en' }
const win = { id: 'a', title, when }
const steps = [{ id: 'one', title }]
const guide = { id: 'a', title, steps }
const task = { id: 'a', title, win: 'a' }
const field = { id: 'a', label: title, text: {} }
const setup = { id: 'a', title, fields: [field], apply: { event: 'x' } }
const news = { id: 'a', kind: 'announcement', title, when }
const survey = { id: 'a', when, questions: [{ id: 'nps', kind: 'nps', ask: title }] }

function faultsOf(parts: object) {
  return loadJourney({ ...head, ...parts }).faults
}

describe('a journey', () => {
  it('is whole where it has no fault', () => {
    const file = '../../../examples/mail-tool/public/onboarding.journey.json'
    const raw = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as object
    const { journey, faults } = loadJourney(raw)
    expect(faults).toEqual([])
    expect(journey).toMatchObject(raw)
    expect(journey?.windowed).toEqual({ 'mail.sent': 10 })
  })

  it('has every list where the file has none', () => {
    const lists = { wins: [], paths: [], guides: [], setups: [], messages: [], surveys: [] }
    expect(loadJourney(head).journey).toMatchObject({ ...head, ...lists, audiences: {} })
  })

  it.each([
    [undefined, '', 'not-an-object'],
    [null, '', 'not-an-object'],
    ['{}', '', 'not-an-object'],
    [[], '', 'not-an-object'],
    [{}, 'format', 'format'],
    [{ ...head, format: 2 }, 'format', 'format'],
    [{ format: 1 }, 'id', 'id'],
  ] as const)('cannot be run where it is %j', (raw, path, reason) => {
    expect(loadJourney(raw)).toEqual({ journey: undefined, faults: [{ path, reason }] })
  })

  it('goes on without the part that is at fault', () => {
    const { journey } = loadJourney({ ...head, wins: [{ id: 'broken' }, win], guides: [guide] })
    expect(journey).toMatchObject({ wins: [win], guides: [guide] })
  })

  it('is left as it was given', () => {
    const raw = { ...head, wins: [{ id: 'broken' }], guides: [guide] }
    const copy = structuredClone(raw)
    loadJourney(raw)
    expect(raw).toEqual(copy)
  })

  it('remembers as many times of an event as the widest window asks for', () => {
    const wide = { event: 'sent', atLeast: 150, within: '1d' }
    const all = [{ event: 'sent', within: '1h' }, wide, { event: 'made' }]
    const { journey } = loadJourney({ ...head, audiences: { busy: { all } } })
    expect(journey?.windowed).toEqual({ sent: 150 })
  })
})

describe('a part of a journey', () => {
  it.each([
    [{ wins: ['x'] }, 'wins[0]', 'not-an-object'],
    [{ wins: [{ title, when }] }, 'wins[0].id', 'id'],
    [{ wins: [win, win] }, 'wins[1].id', 'duplicate-id'],
    [{ wins: [{ id: 'a', when }] }, 'wins[0].title', 'incomplete'],
    [{ wins: [{ id: 'a', title }] }, 'wins[0].when', 'incomplete'],
    [{ wins: [{ ...win, when: {} }] }, 'wins[0].when', 'condition'],
    [{ wins: [{ ...win, celebrate: 'huge' }] }, 'wins[0].celebrate', 'value'],
    [{ wins: [{ ...win, celebrate: null }] }, 'wins[0].celebrate', 'value'],
    [{ wins: [{ ...win, celebrate: { size: 'big', next: {} } }] }, 'wins[0].celebrate', 'value'],
    [{ paths: [{ id: 'a', title, tasks: [] }] }, 'paths[0]', 'incomplete'],
    [{ paths: [{ id: 'a', title, tasks: 3 }] }, 'paths[0].tasks', 'value'],
    [{ guides: [{ ...guide, audience: 7 }] }, 'guides[0].audience', 'value'],
    [{ guides: [{ ...guide, start: 'now' }] }, 'guides[0].start', 'condition'],
    [{ setups: [{ ...setup, apply: {} }] }, 'setups[0].apply', 'value'],
    [{ messages: [{ ...news, kind: 'banner' }] }, 'messages[0].kind', 'kind'],
    [{ messages: [{ ...news, kind: 'constructor' }] }, 'messages[0].kind', 'kind'],
    [{ messages: [{ ...news, kind: 'confirmation' }] }, 'messages[0].signedBy', 'incomplete'],
    [{ messages: [{ ...news, kind: 'offer', reason: title }] }, 'messages[0].link', 'incomplete'],
    [{ surveys: [{ ...survey, when: { event: 3 } }] }, 'surveys[0].when', 'condition'],
    [{ clock: { start: null } }, 'clock.start', 'value'],
    [{ clock: 'now' }, 'clock', 'not-an-object'],
    [{ pressure: { gap: '30 seconds' } }, 'pressure.gap', 'value'],
    [{ pressure: { respect: 'typing' } }, 'pressure.respect', 'value'],
    [{ audiences: { odd: {} } }, 'audiences.odd', 'condition'],
  ] as const)('that is %j is named with its reason', (parts, path, reason) => {
    expect(faultsOf(parts)).toEqual([{ path, reason }])
  })

  it.each([
    [
      'a task',
      { paths: [{ id: 'p', title, tasks: [task, { id: 'b', title }] }] },
      'paths[0].tasks[1].win',
    ],
    [
      'a step',
      {
        guides: [
          {
            ...guide,
            steps: [
              { ...steps[0], advance: null },
              { id: 'b', title },
            ],
          },
        ],
      },
      'guides[0].steps[0].advance',
    ],
    [
      'a field',
      { setups: [{ ...setup, fields: [field, { id: 'b', label: title, options: [3] }] }] },
      'setups[0].fields[1].options',
    ],
    [
      'a question',
      {
        surveys: [
          { ...survey, questions: [...survey.questions, { id: 'b', kind: 'choice', ask: title }] },
        ],
      },
      'surveys[0].questions[1].options',
    ],
  ])('loses %s that cannot be run, and keeps the rest', (_, parts, path) => {
    const { journey, faults } = loadJourney({ ...head, ...parts })
    expect(faults.map((fault) => fault.path)).toEqual([path])
    const kept = [journey?.paths, journey?.guides, journey?.setups, journey?.surveys].flat()
    expect(kept).toHaveLength(1)
  })

  it('may have keys that this release does not know', () => {
    expect(faultsOf({ wins: [{ ...win, colour: 'gold' }], moods: [] })).toEqual([])
  })
})

describe('a condition', () => {
  it.each([
    { all: [when] },
    { any: [when, { not: when }] },
    { trait: 'plan', in: ['a'], exists: true },
    { event: 'sent', atLeast: 3, within: '1.5h' },
    { win: 'a', moreThan: '1d' },
    { guide: 'a', is: 'started' },
    { route: '/a/*' },
    { target: { id: 'a' } },
    { target: { role: 'button', name: 'Send' } },
    { target: { css: '.a' } },
    { since: 'start', lessThan: '7d' },
    { since: { trait: 'signedAt' } },
    { every: 'year', on: { trait: 'signedAt' } },
    { audience: 'unknown' },
  ])('can be judged: %j', (condition) => {
    expect(faultsOf({ audiences: { odd: condition } })).toEqual([])
  })

  const unfit: unknown[] = [
    null,
    'sent',
    [],
    { mood: 'good' },
    { constructor: 'x' },
    { all: when },
    { all: [when, {}] },
    { any: null },
    { not: null },
    { not: [when] },
    { event: 'sent', win: 'a' },
    { event: 3 },
    { event: 'sent', atLeast: '3' },
    { event: 'sent', within: 'a week' },
    { trait: 'plan', in: 'a' },
    { win: 'a', moreThan: 3 },
    { route: null },
    { target: null },
    { target: 'button' },
    { target: {} },
    { since: null },
    { since: 'yesterday' },
    { since: { win: 'a' } },
    { every: 'week', on: { trait: 'a' } },
    { every: 'year' },
  ]
  it.each(unfit.map((condition) => [condition]))('cannot be judged: %j', (condition) => {
    expect(faultsOf({ audiences: { odd: condition } })).toHaveLength(1)
  })

  it('that leads back to itself by way of audiences is left out, as is what leads to it', () => {
    const audiences = {
      a: { any: [when, { audience: 'b' }] },
      b: { not: { audience: 'a' } },
      c: { audience: 'a' },
      fine: { audience: 'finer' },
      finer: when,
    }
    const { journey, faults } = loadJourney({ ...head, audiences })
    expect(faults.map(({ path }) => path)).toEqual(['audiences.a', 'audiences.b', 'audiences.c'])
    expect(Object.keys(journey?.audiences ?? {}).toSorted()).toEqual(['fine', 'finer'])
  })

  it('that is nested without end exhausts nothing', () => {
    let condition: object = when
    for (let depth = 0; depth < 100_000; depth += 1) condition = { not: condition }
    expect(faultsOf({ wins: [{ id: 'a', title, when: condition }] })).toHaveLength(1)
  })
})
