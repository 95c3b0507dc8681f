import { describe, expect, it } from 'vitest'
import { redactEvent, toWireEvent, type Origin } from './wire-event.ts'

const origin: Origin = {
  own: { journey: 'mail-tool', journeyHash: 'b3f1', session: 's1', sequence: 17 },
  who: { anonymousId: 'a1', userId: 'u_42' },
  context: { groupId: 'acme', locale: 'ja' },
  path: '/campaigns/42?token=CANARY',
  now: Date.UTC(2026, 10, 22, 3, 14, 15, 926),
}
const win = {
  type: 'track',
  event: 'win_reached',
  properties: { win: 'first-mail-sent', sequence: 'not ours' },
} as const

describe('toWireEvent', () => {
  it('has the form of the contract', () => {
    expect(toWireEvent(win, origin)).toEqual({
      type: 'track',
      messageId: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7/),
      event: 'win_reached',
      anonymousId: 'a1',
      userId: 'u_42',
      timestamp: '2026-11-22T03:14:15.926Z',
      properties: {
        win: 'first-mail-sent',
        journey: 'mail-tool',
        journeyHash: 'b3f1',
        session: 's1',
        sequence: 17,
      },
      context: {
        groupId: 'acme',
        locale: 'ja',
        page: { path: '/campaigns/:id' },
      },
    })
  })

  it('carries traits, and its place in the session, when it says who the user is', () => {
    const event = toWireEvent({ type: 'identify', traits: { plan: 'trial' } }, origin)
    expect(event).toMatchObject({ type: 'identify', traits: { plan: 'trial' } })
    expect(event.properties).toMatchObject({ session: 's1', sequence: 17 })
  })

  it('takes nothing from a polluted Object.prototype', () => {
    // oxlint-disable-next-line no-extend-native -- What pages do to us, done on purpose.
    Object.defineProperty(Object.prototype, 'evil', {
      value: 1,
      enumerable: true,
      configurable: true,
      writable: true,
    })
    try {
      expect(JSON.stringify(toWireEvent(win, origin))).not.toContain('evil')
    } finally {
      Reflect.deleteProperty(Object.prototype, 'evil')
    }
  })
})

describe('redactEvent', () => {
  const event = toWireEvent(win, origin)

  it('lets the host change everything but the id', () => {
    const changed = redactEvent(event, (given) => ({ ...given, userId: 'hidden', messageId: 'x' }))
    expect(changed).toEqual({ ...event, userId: 'hidden' })
  })

  it('drops what the host drops, what is no event any more, and what its hook fails on', () => {
    expect(redactEvent(event, () => undefined)).toBeUndefined()
    expect(redactEvent(event, (async () => event) as never)).toBeUndefined()
    expect(
      redactEvent(event, () => {
        throw new Error('bug of the host')
      }),
    ).toBeUndefined()
  })

  it('passes everything where there is no hook', () => {
    expect(redactEvent(event, undefined)).toBe(event)
  })
})
