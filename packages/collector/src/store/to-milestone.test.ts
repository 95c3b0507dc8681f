import { expect, it } from 'vitest'
import type { JsonObject } from '@firstwin/schema'
import { toMilestone } from './to-milestone.ts'

function toWin(more: JsonObject) {
  const event = {
    type: 'track',
    messageId: '019aa000-0000-7000-8000-000000000000',
    anonymousId: 'a',
    event: 'win_reached',
    timestamp: '2026-11-22T03:14:15.926Z',
    properties: { journey: 'j', win: 'w', ...more },
  } as const
  return toMilestone({ event, at: 0, writeKey: 'k', sentAt: 0, receivedAt: 0, bot: false })
}

it.each([
  [0, 0],
  [372_000.4, 372_000],
  [3_652 * 86_400_000, 3_652 * 86_400_000],
  [3_652 * 86_400_000 + 1, undefined],
  [1e308, undefined],
  [-5, undefined],
  ['372000', undefined],
])('takes %j for the time to value %j', (given, kept) => {
  expect(toWin({ ttvMs: given })?.deviceTtvMs).toBe(kept)
})

it('leaves out what a developer did with the inspector', () => {
  expect(toWin({ inspected: true })).toBeUndefined()
  expect(toWin({ inspected: false })).toBeDefined()
})
