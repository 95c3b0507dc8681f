import { describe, expect, it } from 'vitest'
import { linesOf } from '../dated.ts'
import { START, WRITE_KEY } from '../wire.ts'
import { JOURNEY, type OpenStore, OTHER_KEY, withStore } from './opened-store.fixture.ts'

export function keepsProgress(name: string, open: OpenStore): void {
  const { opened } = withStore(open)

  describe(`${name} keeps progress`, () => {
    const whose = [WRITE_KEY, JOURNEY, 'u1'] as const
    const kept = { writeKey: WRITE_KEY, journey: JOURNEY, userId: 'u1' }

    it('a part for each device, the latest one', async () => {
      const store = await opened()
      await store.keepProgress({ ...kept, device: 'laptop', at: START, part: { seen: 1 } })
      await store.keepProgress({ ...kept, device: 'phone', at: START, part: { seen: [2, 'zwei'] } })
      await store.keepProgress({ ...kept, device: 'laptop', at: START + 2, part: { seen: 3 } })
      await store.keepProgress({ ...kept, device: 'laptop', at: START + 1, part: { seen: 2 } })
      expect(await store.progress(...whose)).toEqual([
        { device: 'laptop', at: START + 2, part: { seen: 3 } },
        { device: 'phone', at: START, part: { seen: [2, 'zwei'] } },
      ])
    })

    it('tells of no more than the newest 33 devices', async () => {
      const store = await opened()
      for (let index = 0; index < 40; index += 1) {
        await store.keepProgress({ ...kept, device: `d${index}`, at: START + index, part: {} })
      }
      const parts = await store.progress(...whose)
      expect(parts.length).toBeLessThanOrEqual(33)
      expect(parts.slice(0, 2).map(({ device }) => device)).toEqual(['d39', 'd38'])
    })

    it('keeps the newest 32 parts and the 100 journeys that they were in last, of each user', async () => {
      const store = await opened()
      const all = Array.from({ length: 140 }, (_, index) => index)
      const writes = all.flatMap((index) => [
        { ...kept, device: 'd', journey: `j${index}`, at: START + index, part: { seen: 1 } },
        { ...kept, device: `d${index}`, at: START + 200 + index, part: { seen: 1 } },
      ])
      await Promise.all(writes.map((one) => store.keepProgress(one)))
      const lines = await linesOf(store.exportPerson(WRITE_KEY, 'u1'))
      const parts = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'progress')
      const here = parts.filter(({ journey }) => journey === JOURNEY)
      expect(here.map(({ device }) => device)).toEqual(expect.arrayContaining(['d108', 'd139']))
      expect(here).toHaveLength(32)
      expect(new Set(parts.map(({ journey }) => journey)).size).toBe(100)
      await store.keepProgress({ ...kept, device: 'd0', at: START + 999, part: { seen: 2 } })
      const [latest] = await store.progress(...whose)
      expect(latest).toEqual({ device: 'd0', at: START + 999, part: { seen: 2 } })
    })

    it('of each product, journey and user apart', async () => {
      const store = await opened()
      const part = { seen: 1 }
      await store.keepProgress({ ...kept, device: 'd', at: START, part })
      expect(await store.progress(OTHER_KEY, JOURNEY, 'u1')).toEqual([])
      expect(await store.progress(WRITE_KEY, 'other', 'u1')).toEqual([])
      expect(await store.progress(WRITE_KEY, JOURNEY, 'u2')).toEqual([])
    })
  })
}
