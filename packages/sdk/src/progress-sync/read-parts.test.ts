import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readParts } from './read-parts.ts'

const PART = {
  version: 1,
  firstSeenAt: 1,
  started: true,
  events: { sent: { count: 2, times: [1] } },
  others: { laptop: { sent: 1 } },
  wins: { sent: 2 },
  celebrated: { sent: 3 },
  guides: { tour: { status: 'active', step: 'one' }, other: { status: 'completed' } },
  marks: { tour: [0, 3] },
  seen: { 'message:letter': { at: 2, session: 's', end: 'closed' } },
  answered: { mood: ['a'] },
  best: { path: 0.5 },
  goodbyes: ['path'],
}

const answer = (...parts: unknown[]) =>
  JSON.stringify({ parts: parts.map((part) => ({ device: 'phone', at: 1, part })) })

describe('the parts in an answer', () => {
  it('are those that are as they should be', () => {
    const text = answer(PART, { ...PART, version: 2 }, null)
    expect(readParts(text)).toEqual([{ device: 'phone', at: 1, part: PART }])
  })

  it.each(['', 'OK', '<html>Welcome</html>', '{', 'null', '[]', '{}', '{"parts":{}}'])(
    'are not to be found in %j',
    (text) => {
      expect(readParts(text)).toBeUndefined()
    },
  )

  const wrong: object[] = [
    { wins: { sent: '2' } },
    { wins: { sent: null } },
    { wins: [] },
    { events: { sent: { count: 1 } } },
    { events: { sent: null } },
    { others: { laptop: 5 } },
    { guides: { tour: null } },
    { guides: { tour: { status: 'active' } } },
    { guides: { tour: { status: 'paused', step: 'one' } } },
    { marks: { tour: 5 } },
    { seen: { m: { at: 1 } } },
    { answered: { mood: 'a' } },
    { goodbyes: 'path' },
    { firstSeenAt: undefined },
    JSON.parse('{"wins":{"__proto__":5}}'),
  ]
  it.each(wrong)('leave out one with %j', (change) => {
    expect(readParts(answer({ ...PART, ...change }))).toEqual([])
  })

  it('are read from anything without an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(PART)), (value, key) => {
        expect(Array.isArray(readParts(answer({ ...PART, [key]: value })))).toBe(true)
        readParts(JSON.stringify(value))
      }),
    )
  })
})
