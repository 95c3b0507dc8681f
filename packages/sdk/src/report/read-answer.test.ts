import { describe, expect, it } from 'vitest'
import type { Answer, Outcome } from './endpoint.ts'
import { readAnswer } from './read-answer.ts'

const NOW = Date.UTC(2026, 10, 22)

function read(status: number, text = '', more: Partial<Answer> = {}): Outcome {
  return readAnswer({ status, text, headers: new Headers(), redirected: false, ...more }, NOW)
}

const LATER = { is: 'later', waitMs: 0 }

describe('readAnswer', () => {
  it.each([
    ['of our collector', '{"accepted":2,"duplicates":0,"rejected":[]}'],
    ['of Segment', '{"success":true}'],
    ['of Jitsu', '{"ok":true}'],
    ['of RudderStack', '"OK"'],
    ['in one word', 'OK\n'],
    ['without a word', ''],
  ])('takes a yes %s for one', (_whose, text) => {
    expect(read(200, text)).toMatchObject({ is: 'accepted' })
  })

  it.each([
    ['the page of a captive portal', '<!doctype html><title>Sign in to the Wi-Fi</title>'],
    ['a body that is cut off', '{"accepted":2,"dupl'],
    ['a no that is called 200', '{"success":false}'],
    ['nothing that can be read', 'null'],
  ])('does not take %s for a yes', (_what, text) => {
    expect(read(200, text)).toEqual(LATER)
  })

  it('takes nothing at the end of a redirect for a yes, as proxies send it', () => {
    expect(read(200, '', { redirected: true })).toEqual(LATER)
    expect(read(200, '{"success":true}', { redirected: true })).toMatchObject({ is: 'accepted' })
  })

  it.each([400, 401, 403, 404, 405, 410, 413, 422, 500])(
    'takes status %i at the end of a redirect for no word of the endpoint',
    (status) => {
      expect(read(status, '{"code":"token"}', { redirected: true })).toEqual(LATER)
    },
  )

  it('leaves to the receiver to count what it says that it rejected', () => {
    const text = '{"accepted":1,"rejected":[{"index":0},{"index":2}]}'
    expect(read(200, text)).toStrictEqual({ is: 'accepted' })
  })

  it.each([
    [204, 'accepted'],
    [400, 'refused'],
    [404, 'refused'],
    [410, 'refused'],
    [422, 'refused'],
    [401, 'denied'],
    [403, 'denied'],
    [413, 'size'],
    [0, 'later'],
    [302, 'later'],
    [304, 'later'],
    [407, 'later'],
    [408, 'later'],
    [421, 'later'],
    [425, 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [511, 'later'],
    [Number.NaN, 'later'],
  ])('takes status %i for %s', (status, is) => {
    expect(read(status)).toMatchObject({ is })
  })

  it.each([[401], [403]])('knows a token that is not valid from a key, at %i', (status) => {
    expect(read(status, '{"code":"token","message":"It has expired."}')).toEqual({ is: 'token' })
    expect(read(status, '{"code":"write-key"}')).toEqual({ is: 'denied' })
  })

  it.each([
    ['seconds', '7', 7000],
    ['a date', new Date(NOW + 9000).toUTCString(), 9000],
    ['the past', new Date(NOW - 9000).toUTCString(), 0],
    ['rubbish', 'soon', 0],
  ])('reads for how long the server wants to be left alone from %s', (_what, value, waitMs) => {
    const headers = new Headers({ 'retry-after': value })
    expect(read(503, '', { headers })).toEqual({ is: 'later', waitMs })
    expect(read(429, '', { headers })).toEqual({ is: 'later', waitMs })
  })
})
