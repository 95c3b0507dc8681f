import { expect, it, onTestFinished } from 'vitest'
import { linesOf } from '../../../test/dated.ts'
import { START, WRITE_KEY } from '../../../test/wire.ts'
import { createSqliteStore } from './sqlite-store.ts'

const kept = { writeKey: WRITE_KEY, journey: 'j', userId: 'u1', device: 'd', part: {} }

function opened() {
  const store = createSqliteStore(':memory:')
  onTestFinished(() => store.close())
  const count = async (userId: string): Promise<number> => {
    const lines = await linesOf(store.exportPerson(WRITE_KEY, userId))
    return lines.filter((line) => line.includes('"kind":"progress"')).length
  }
  return { store, count }
}

it('keeps the newest 32 parts of a user in a journey', async () => {
  const { store, count } = opened()
  await store.keepProgress({ ...kept, userId: 'u2', at: START })
  const parts = Array.from({ length: 40 }, (_, index) => ({
    device: `d${index}`,
    at: START + index,
  }))
  await Promise.all(parts.map((part) => store.keepProgress({ ...kept, ...part })))
  expect([await count('u1'), await count('u2')]).toEqual([32, 1])
  const found = await store.progress(WRITE_KEY, 'j', 'u1')
  expect(found.at(-1)?.device).toBe('d8')
})

it('keeps the progress of a user in the newest 100 journeys', async () => {
  const { store, count } = opened()
  const parts = Array.from({ length: 120 }, (_, index) => ({
    journey: `j${index}`,
    at: START + index,
  }))
  await Promise.all(parts.map((part) => store.keepProgress({ ...kept, ...part })))
  expect(await count('u1')).toBe(100)
  expect(await store.progress(WRITE_KEY, 'j19', 'u1')).toEqual([])
  expect(await store.progress(WRITE_KEY, 'j20', 'u1')).toHaveLength(1)
})
