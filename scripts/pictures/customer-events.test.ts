import { describe, expect, it } from 'vitest'
import { customerEvents } from './customer-events.ts'
import { CUSTOMERS } from './customers.ts'

const NOW = Date.UTC(2026, 10, 24, 1)

function winsOf(minutes: readonly number[]) {
  const events = customerEvents({ name: 'Mei Sato', hoursAgo: 1, minutes }, NOW)
  return events.filter(({ event }) => event === 'win_reached')
}

describe('customerEvents', () => {
  it('reports the wins up to where the customer stopped', () => {
    expect(winsOf([2, 5]).map(({ properties }) => properties)).toMatchObject([
      { win: 'template-picked', ttvMs: 120_000 },
      { win: 'preview-seen', tier: 'aha', ttvMs: 300_000 },
    ])
  })

  it('completes the path with its last task only', () => {
    const names = (minutes: readonly number[]) =>
      customerEvents({ name: 'Mei Sato', hoursAgo: 1, minutes }, NOW).map(({ event }) => event)
    expect(names([2, 5])).not.toContain('path_completed')
    expect(names([2, 5, 9])).toContain('path_completed')
  })

  it('gives each event of all customers an id of its own, and no time to come', () => {
    const events = CUSTOMERS.flatMap((customer) => customerEvents(customer, NOW))
    expect(new Set(events.map(({ messageId }) => messageId)).size).toBe(events.length)
    const times = events.map(({ timestamp }) => Date.parse(timestamp as string))
    expect(Math.max(...times)).toBeLessThanOrEqual(NOW)
  })
})
