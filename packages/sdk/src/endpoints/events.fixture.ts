import type { SendContext } from '../report/endpoint.ts'
import { toWireEvent, type Content, type Origin, type WireEvent } from '../report/wire-event.ts'

const NOW = Date.UTC(2026, 10, 22, 3, 14, 15, 926)

const ORIGIN: Origin = {
  who: { anonymousId: '019aa8c4-6f0b-7c9b-a1f5-5a3f0c9e2d11', userId: 'u_42' },
  own: {
    journey: 'mail-tool',
    journeyHash: 'b3f1',
    session: '019aa8c4-6f0b-7d21-8c00-000000000001',
    sequence: 17,
  },
  groupId: 'acme',
  locale: 'ja',
  path: '/campaigns/1234567',
  now: NOW,
}

/** An event as it comes out of the queue: made by the reporter, written and read as JSON. */
export function eventOf(content: Content, origin: Partial<Origin> = {}): WireEvent {
  return JSON.parse(JSON.stringify(toWireEvent(content, { ...ORIGIN, ...origin })))
}

export const win = eventOf({
  type: 'track',
  event: 'win_reached',
  properties: {
    win: 'first-mail-sent',
    tier: 'first-strike',
    ttvMs: 372_000,
    clock: 'trait:contractedAt',
  },
})

export const visitor = eventOf(
  { type: 'track', event: 'step_viewed', properties: { guide: 'send', step: 'write' } },
  { who: { anonymousId: ORIGIN.who.anonymousId, userId: undefined }, groupId: undefined },
)

export const user = eventOf({ type: 'identify', traits: { plan: 'team', seats: 5, trial: false } })

export const company = eventOf({ type: 'group', traits: { name: 'Acme 株式会社', seats: 40 } })

/** Texts that break what is written by hand, every kind of value, and a queue that lost something. */
export const awkward: WireEvent = {
  ...eventOf({
    type: 'track',
    event: 'mail "sent"\n',
    properties: {
      text: 'line\u2028two \\ "three" \n 字 🎉 \u0000',
      whole: 2 ** 53 - 1,
      part: -1.5,
      yes: true,
      none: null,
      list: ['a', 1, [false, null], { deep: '字' }],
      nested: { a: { b: [1.25] } },
      ttvMs: 'soon',
      win: 3,
      tier: { not: 'a text' },
    },
  }),
  timestamp: 'no time',
  context: { locale: 'en', page: { path: '/' }, dropped: { cap: 2 } },
}

export const events = [win, visitor, user, company, awkward]

export const context: SendContext = {
  key: 'pk_live_1',
  sentAt: '2026-11-22T03:14:16.000Z',
  token: undefined,
  library: { name: 'firstwin', version: '1.0.0' },
  signal: new AbortController().signal,
}
