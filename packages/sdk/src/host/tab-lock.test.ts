import { describe, expect, it } from 'vitest'
import { withTabLock } from './tab-lock.ts'

describe('withTabLock', () => {
  /** Asks for it so many times, one after the other. Returns how often it ran. */
  async function ask(name: string, times: number): Promise<number> {
    let runs = 0
    for (let time = 0; time < times; time += 1) {
      await withTabLock(name, async () => void (runs += 1))
    }
    return runs
  }

  /** As a page that is gone, or hangs. Resolves when it has the lock. */
  function hold(name: string): Promise<{ ended: Promise<void> }> {
    return new Promise((resolve) => {
      const ended = withTabLock(name, () => {
        queueMicrotask(() => resolve({ ended }))
        return new Promise(() => {})
      })
    })
  }

  it('runs nothing while another one is in its own', async () => {
    await hold('one')
    expect(await ask('one', 30)).toBe(0)
    expect(await ask('another', 1)).toBe(1)
  })

  it('takes the lock from one that has it each of thirty times, which hears of no error', async () => {
    const { ended } = await hold('stuck')
    expect(await ask('stuck', 31)).toBe(1)
    await expect(ended).resolves.toBeUndefined()
    expect(await ask('stuck', 3)).toBe(3)
  })

  it('begins to count anew once it had the lock', async () => {
    await hold('again')
    await ask('again', 31)
    await hold('again')
    expect(await ask('again', 30)).toBe(0)
  })
})
