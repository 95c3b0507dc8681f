import { describe, expect, it } from 'vitest'
import { createWorld } from '../report/fake-world.ts'
import { withTabLease } from './tab-lease.ts'

describe('withTabLease', () => {
  it('lets one tab work at a time, and the next when that is done', async () => {
    const { storage } = createWorld()
    const ran: string[] = []
    let end = (): void => {}
    const busy = new Promise<void>((resolve) => {
      end = resolve
    })
    const first = withTabLease('fw:send', () => (ran.push('first'), busy), storage)
    await withTabLease('fw:send', async () => void ran.push('second'), storage)
    end()
    await first
    await withTabLease('fw:send', async () => void ran.push('third'), storage)
    expect(ran).toEqual(['first', 'third'])
  })

  it.each([
    ['of a tab that died', -1],
    ['of a clock that was set back', 3_600_000],
  ])('does not wait for a lease %s', async (_what, leftMs) => {
    const { storage } = createWorld()
    storage.set('fw:send', String(Date.now() + leftMs))
    let ran = 0
    await withTabLease('fw:send', async () => void (ran += 1), storage)
    expect(ran).toBe(1)
  })
})
