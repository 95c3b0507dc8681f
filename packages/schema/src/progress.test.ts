import { describe, expect, it } from 'vitest'
import { parseProgress } from './progress.ts'

const PART = {
  version: 1,
  firstSeenAt: 1,
  started: true,
  events: { sent: { count: 2, times: [1, 2] } },
  others: { laptop: { sent: 1 } },
  wins: { sent: 2 },
  celebrated: {},
  guides: {
    tour: { status: 'active', step: 'one', viewedAt: 3 },
    other: { status: 'dismissed', step: 'one', reason: 'later', session: 's' },
    third: { status: 'completed' },
  },
  marks: { tour: [0, 3] },
  seen: { 'message:letter': { at: 2, session: 's', end: 'closed' } },
  answered: { mood: ['a'] },
  best: { path: 0.5 },
  goodbyes: ['path'],
}
const REQUEST = { writeKey: 'pk', token: 't', journey: 'mail-tool', device: 'd', part: PART }

describe('a request about progress', () => {
  it('comes back as it was sent, without what it does not know', () => {
    expect(parseProgress({ ...REQUEST, more: 1, part: { ...PART, more: 1 } })).toEqual({
      ok: true,
      request: REQUEST,
    })
  })

  it('may only ask', () => {
    const { part: _, ...asking } = REQUEST
    expect(parseProgress(asking)).toEqual({ ok: true, request: asking })
  })

  it('has no token where that is no text', () => {
    expect(parseProgress({ ...REQUEST, token: 5 })).toMatchObject({
      ok: true,
      request: { token: undefined },
    })
  })

  const events = Object.fromEntries(
    Array.from({ length: 1_000 }, (_, index) => [`event-${index}`, { count: 1, times: [] }]),
  )
  const wrong: [what: string, request: unknown, message: string][] = [
    ['nothing', undefined, 'body: '],
    ['no device', { ...REQUEST, device: '' }, 'device: '],
    ['a count that is none', part({ events: { sent: { count: -1, times: [] } } }), 'part.events'],
    ['a guide of no known status', part({ guides: { tour: { status: 'paused' } } }), 'part.guides'],
    ['another version', part({ version: 2 }), 'part.version'],
    ['a part that is too long', part({ events }), 'longer than 16384'],
  ]
  it.each(wrong)('is refused with %s', (_, request, message) => {
    const result = parseProgress(request)
    expect(result.ok ? '' : result.message).toContain(message)
  })
})

function part(change: object): unknown {
  return { ...REQUEST, part: { ...PART, ...change } }
}
