import { describe, expect, it, onTestFinished } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { tempFile } from '../../../test/temp-file.fixture.ts'
import { identify, MINUTE, START, started, win, WRITE_KEY } from '../../../test/wire.ts'
import { createAsk } from '../../results/ask.ts'
import type { EventStore } from '../event-store.ts'
import { createAside } from './aside.ts'
import { createSqliteStore } from './sqlite-store.ts'

const asked = { writeKey: WRITE_KEY, journey: 'mail-tool' }
const question = { id: 'mail-tool', now: START + 60 * MINUTE, journey: undefined }

const events = [
  dated(started({ device: 'd1' })),
  dated(identify({ name: 'Mia' }, { user: 'u1', device: 'd1' })),
  dated(win('w1', 'aha', { user: 'u1', at: START + MINUTE })),
  dated(win('w2', 'aha', { user: 'u1', at: START + 2 * MINUTE })),
  dated(win('w1', 'aha', { user: 'u2', at: START + 3 * MINUTE }), { bot: true }),
]

async function filled(file: string): Promise<EventStore> {
  const store = createSqliteStore(file)
  onTestFinished(() => store.close())
  await store.append(events)
  return store
}

describe('results in a thread of their own', () => {
  it('are those of the evidence', async () => {
    const beside = createAsk(await filled(tempFile()))
    const here = createAsk(await filled(':memory:'))
    for (const bots of [false, true]) {
      const about = { ...asked, bots }
      expect(await beside.results({ ...about, question })).toEqual(
        await here.results({ ...about, question }),
      )
      expect(await beside.wins({ ...about, limit: 1 })).toEqual(
        await here.wins({ ...about, limit: 1 }),
      )
      const ids = [events[3]?.event.messageId ?? '']
      const picked = await beside.wins({ ...about, ids })
      expect(picked).toEqual(await here.wins({ ...about, ids }))
      expect(picked.map(({ win: id }) => id)).toEqual(['w2'])
    }
  })

  it('see at once what was accepted', async () => {
    const store = await filled(tempFile())
    const ask = createAsk(store)
    await ask.wins(asked)
    await store.append([dated(win('w3', 'aha', { user: 'u3', at: START + 9 * MINUTE }))])
    expect((await ask.wins(asked))[0]?.win).toBe('w3')
  })

  it('come of the next thread where one has died', async () => {
    const file = tempFile()
    const beside = createAside(file)
    onTestFinished(() => beside.close())
    // There is no file yet, so that the first thread dies: the next question comes before its exit.
    const again = beside.wins({ ...asked, limit: 1 }).catch(() => {
      const store = createSqliteStore(file)
      onTestFinished(() => store.close())
      return beside.wins({ ...asked, limit: 1 })
    })
    expect(await again).toEqual([])
  })

  it('are refused once the store is closed', async () => {
    const store = await filled(tempFile())
    const ask = createAsk(store)
    await store.close()
    await expect(ask.wins(asked)).rejects.toThrow(/The store is closed/)
  })
})
