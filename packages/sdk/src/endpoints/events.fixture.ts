import type { SendContext } from '../report/endpoint.ts'
import { uuid7 } from '../report/uuid7.ts'
import type { Content, WireEvent } from '../report/wire-event.ts'

const NOW = Date.UTC(2026, 10, 22, 3, 14, 15, 926)

/** As the reporter stamps everything that a signed-in user of a customer does. */
const STAMP = {
  anonymousId: '019aa8c4-6f0b-7c9b-a1f5-5a3f0c9e2d11',
  userId: 'u_42',
  timestamp: new Date(NOW).toISOString(),
  context: { groupId: 'acme', locale: 'ja', page: { path: '/campaigns/:id' } },
}

const OWN = {
  journey: 'mail-tool',
  journeyHash: 'b3f1',
  session: '019aa8c4-6f0b-7d21-8c00-000000000001',
  sequence: 17,
}

function eventOf(content: Content): WireEvent {
  const properties = { ...content.properties, ...OWN }
  return { ...content, messageId: uuid7(NOW), ...STAMP, properties }
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

/** Somebody who has not signed in, as it comes out of the queue: without what was not known. */
export const visitor: WireEvent = JSON.parse(
  JSON.stringify({
    ...eventOf({
      type: 'track',
      event: 'step_viewed',
      properties: { guide: 'send', step: 'write' },
    }),
    userId: undefined,
    context: { locale: 'ja', page: STAMP.context.page },
  }),
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
