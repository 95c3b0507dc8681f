import { createSqliteStore, StoreError } from '@firstwin/collector'
import { describe, expect, it, onTestFinished } from 'vitest'
import { NOW } from '../../test/run-cli.ts'
import { createWriter } from './writer.ts'

const EVENT = {
  type: 'track',
  event: 'paid',
  messageId: '019aa000-0000-7000-8000-000000000001',
  userId: 'ann',
  timestamp: '2026-01-01T00:00:00Z',
} as const

function writerBefore(failures: number) {
  const real = createSqliteStore(':memory:')
  onTestFinished(() => real.close())
  let left = failures
  let pauses = 0
  const store: typeof real = {
    ...real,
    append: async (events) => {
      left -= 1
      if (left >= 0) throw new StoreError('The database is busy.')
      return real.append(events)
    },
  }
  const pause = async (): Promise<void> => void (pauses += 1)
  const writer = createWriter({ store, writeKey: 'pk_test', now: () => NOW, pause })
  return { writer, pauses: () => pauses }
}

describe('the writer of an import', () => {
  it('waits while a running collector has the store for itself', async () => {
    const { writer, pauses } = writerBefore(3)
    await writer.write({ event: EVENT, at: 1 })
    expect(await writer.end()).toEqual({ added: 1, duplicates: 0 })
    expect(pauses()).toBe(3)
  })

  it('gives up after a minute', async () => {
    const { writer } = writerBefore(60)
    await writer.write({ event: EVENT, at: 1 })
    await expect(writer.end()).rejects.toThrow('busy')
  })
})
