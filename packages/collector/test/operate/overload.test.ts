import { describe, expect, it } from 'vitest'
import { heldStore } from '../held-store.ts'
import { runCollector } from '../running-collector.ts'
import { batch, started } from '../wire.ts'

const some = (count: number) => batch(Array.from({ length: count }, () => started({ user: 'u1' })))

describe('a collector whose disk does not keep up', () => {
  it('takes as many events as may wait, and asks others to come back', async () => {
    const { store, letGo } = heldStore()
    const { send, url } = await runCollector({ store, limits: { maxWaitingEvents: 25 } })
    const first = [send(some(10)), send(some(10))]
    await expect
      .poll(async () => (await fetch(`${url}/metrics`)).text())
      .toContain('firstwin_events_waiting 20')
    const late = await send(some(10))
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '2'])
    expect(await late.json()).toEqual({
      code: 'overloaded',
      message: 'The collector is busy: 20 events wait to be written. Send again later.',
    })
    letGo()
    const answers = await Promise.all(first.map(async (sent) => (await sent).json()))
    expect(answers).toMatchObject([{ accepted: 10 }, { accepted: 10 }])
    expect((await send(some(10))).status).toBe(200)
  })

  it('takes a batch that is larger than the queue where nothing else waits', async () => {
    const { send } = await runCollector({ limits: { maxWaitingEvents: 5 } })
    expect((await send(some(10))).status).toBe(200)
  })

  it('holds as many bytes as may wait', async () => {
    const { store, letGo } = heldStore()
    const body = some(1)
    const maxWaitingBytes = Math.floor(body.length * 1.5)
    const { send, url } = await runCollector({ store, limits: { maxWaitingBytes } })
    const first = send(body)
    await expect
      .poll(async () => (await fetch(`${url}/metrics`)).text())
      .toContain('firstwin_events_waiting 1')
    const late = await send(body)
    expect([late.status, (await late.json()).code]).toEqual([429, 'overloaded'])
    letGo()
    expect((await first).status).toBe(200)
    expect((await send(body)).status).toBe(200)
  })
})
