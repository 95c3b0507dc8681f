import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutbox, type OutboxOptions } from './outbox.ts'
import { createWorld } from './report/fake-world.ts'

const MINUTE_MS = 60_000

/** An outbox whose chunk cannot be fetched until `chunk.isThere`. */
function createBlocked() {
  const world = createWorld()
  const chunk = { isThere: false, asked: 0, started: 0 }
  const delivery = { notice() {}, flush() {}, stop() {} }
  const startDelivery = () => {
    chunk.started += 1
    return delivery
  }
  const options = {
    store: world.storage,
    isGranted: () => true,
    tell() {},
    chunks: {
      async deliver() {
        chunk.asked += 1
        if (!chunk.isThere) throw new TypeError('Failed to fetch')
        return { startDelivery }
      },
    },
  }
  const outbox = createOutbox(options as unknown as OutboxOptions)
  return { chunk, push: () => outbox.push(world.event()) }
}

describe('an outbox whose chunk cannot be fetched', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('does not ask for it with every event, but ever more rarely', async () => {
    const { chunk, push } = createBlocked()
    for (let second = 0; second < 3600; second += 1) {
      push()
      await vi.advanceTimersByTimeAsync(1000)
    }
    expect(chunk.asked).toBeGreaterThan(2)
    expect(chunk.asked).toBeLessThan(10)
  })

  it('starts what sends once it can be had, however long that took', async () => {
    const { chunk, push } = createBlocked()
    for (let second = 0; second < 60; second += 1) {
      push()
      await vi.advanceTimersByTimeAsync(1000)
    }
    chunk.isThere = true
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
    push()
    await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
    expect(chunk.started).toBe(1)
  })
})
