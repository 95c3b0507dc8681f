import { expect, it } from 'vitest'
import { runCollector } from '../../test/running-collector.ts'
import { batch, group, identify, MINUTE, START, WRITE_KEY } from '../../test/wire.ts'
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts'

it('what was recorded before a clock was set back stays in its order', async () => {
  const store = createSqliteStore(':memory:')
  const { send } = await runCollector({ store })
  const on = (user: string, minutes: number) => ({
    user,
    device: 'd1',
    at: START + minutes * MINUTE,
  })
  const events = [
    identify({ plan: 'pro' }, on('zoe', 2)),
    identify({ plan: 'trial' }, on('zoe', 1)),
    identify({}, on('abe', 3)),
    { ...identify({}, on('zoe', 5)), context: { groupId: 'acme' } },
    group('zeta', {}, on('zoe', 4)),
  ]
  expect((await send(batch(events, START))).status).toBe(200)
  const { traits, links, groups } = await store.evidence(WRITE_KEY, 'mail-tool')
  expect(traits).toEqual([{ owner: 'u:zoe', name: 'plan', value: 'pro' }])
  expect([...links]).toEqual([['d1', 'zoe']])
  expect([...groups]).toEqual([['u:zoe', 'acme']])
})
