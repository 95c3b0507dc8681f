import { describe, expect, it } from 'vitest'
import { compileJourney } from './compile-journey.ts'
import { hashJourney } from './hash-journey.ts'

const paragraph = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }]

function compile(parts: object) {
  const result = compileJourney(JSON.stringify({ format: 1, id: 'j', locale: 'en', ...parts }))
  if (!result.ok) throw new Error(result.issues[0]?.message)
  return result.journey
}

describe('a compiled journey', () => {
  it('has every default written out', () => {
    expect(compile({ $schema: 'x' })).toEqual({
      format: 1,
      id: 'j',
      locale: 'en',
      clock: { start: 'first-seen' },
      audiences: {},
      wins: [],
      paths: [],
      guides: [],
      setups: [],
      messages: [],
      surveys: [],
      pressure: { atOnce: 1, perSession: 3, gap: '30s', respect: ['typing', 'host-dialog'] },
      compiled: 1,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      windowed: {},
    })
  })

  it('has the defaults of guides, steps and conditions too', () => {
    const steps = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', target: { id: 't' }, advance: { on: 'input' } },
    ]
    const journey = compile({
      audiences: { a: { not: { all: [{ event: 'e' }, { win: 'w' }, { guide: 'g' }] } } },
      wins: [{ id: 'w', title: 'W', when: { event: 'e', atLeast: 2 } }],
      guides: [{ id: 'g', title: 'G', steps }],
    })
    expect(journey).toMatchObject({
      audiences: {
        a: {
          not: {
            all: [
              { event: 'e', atLeast: 1 },
              { win: 'w', reached: true },
              { guide: 'g', is: 'completed' },
            ],
          },
        },
      },
      wins: [{ when: { event: 'e', atLeast: 2 } }],
      guides: [
        {
          start: 'on-request',
          steps: [
            { advance: 'next', spotlight: false },
            { advance: { on: 'input', minLength: 1 } },
          ],
        },
      ],
    })
  })

  it('has its texts parsed, and nothing else', () => {
    const journey = compile({
      guides: [
        {
          id: 'g',
          title: { en: 'A', ja: 'あ' },
          start: { route: '/' },
          steps: [{ id: 's', title: 'S', target: { role: 'button', name: 'A', within: {} } }],
        },
      ],
    })
    expect(journey.guides).toMatchObject([
      {
        title: { en: paragraph('A'), ja: paragraph('あ') },
        steps: [{ title: paragraph('S'), target: { role: 'button', name: 'A' } }],
      },
    ])
  })

  it('is not made from a journey with an error', () => {
    expect(compileJourney('{}')).toEqual({ ok: false, issues: expect.any(Array) })
  })

  it('is not compiled again', () => {
    const compiled = JSON.stringify(compile({}))
    expect(compileJourney(compiled)).toMatchObject({ ok: false, issues: [{ code: 'compiled' }] })
  })
})

describe('the hash', () => {
  it('is that of the journey as it was written', () => {
    const written = { format: 1, id: 'j', locale: 'en' }
    expect(compile({}).hash).toBe(hashJourney(written))
  })

  it('does not depend on the order of keys, white space or the address of the schema', () => {
    expect(hashJourney({ $schema: 'x', a: { c: 1, b: [2] } })).toBe(
      hashJourney({ a: { b: [2], c: 1 } }),
    )
  })

  it('changes with any value', () => {
    const hashes = [
      { a: 1 },
      { a: 2 },
      { a: '1' },
      { b: 1 },
      { a: [1] },
      { a: [1, 2] },
      { a: [2, 1] },
    ]
    expect(new Set(hashes.map(hashJourney)).size).toBe(hashes.length)
  })

  it('stays the same over releases, because reports carry it', () => {
    expect(hashJourney({ id: 'mail-tool', format: 1 })).toBe('7d4b3ddf78467234')
  })
})
