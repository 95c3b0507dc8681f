import { parseBatch } from '@firstwin/schema'
import { expect, it } from 'vitest'
import { createMakeBatch, EVENTS_A_BATCH } from './make-batches.ts'

const NOW = Date.UTC(2026, 10, 22, 3)

it('makes batches of which a collector takes every event, and no id twice', () => {
  const senders = [0, 4095].map((sender) =>
    createMakeBatch({ writeKey: 'pk_load', sender, now: () => NOW }),
  )
  const ids = new Set<string>()
  for (let times = 0; times < 200; times += 1) {
    for (const make of senders) {
      const batch = make()
      const parsed = parseBatch(JSON.parse(batch.body))
      const events = parsed.ok ? parsed.events : []
      expect(events.filter(({ ok }) => ok)).toHaveLength(EVENTS_A_BATCH)
      for (const id of batch.ids) ids.add(id)
    }
  }
  expect(ids.size).toBe(200 * 2 * EVENTS_A_BATCH)
})
