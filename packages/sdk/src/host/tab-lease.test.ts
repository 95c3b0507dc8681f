import { describe, expect, it } from 'vitest'
import { createWorld } from '../report/fake-world.ts'
import { createTabLease } from './tab-lease.ts'

const LEASE_MS = 15_000

/** Tabs of one origin, in a browser without locks. */
function browser() {
  const { storage } = createWorld()
  const clock = { now: 1_800_000_000_000 }
  const ran: string[] = []

  function open(owner: string) {
    const lease = createTabLease('fw:send', storage, { owner, now: () => clock.now })
    let end = (): void => {}
    const busy = new Promise<void>((resolve) => {
      end = resolve
    })
    const run = async (): Promise<void> => void ran.push(owner)
    return {
      ...lease,
      /** Something short. */
      work: () => lease.run(run),
      /** Something that takes until `end`. */
      begin: () => lease.run(() => (ran.push(owner), busy)),
      end: () => end(),
    }
  }

  return { clock, ran, open, storage }
}

describe('createTabLease', () => {
  it('lets one tab work at a time, and the next when that is done', async () => {
    const { ran, open } = browser()
    const [first, second] = [open('first'), open('second')]
    const all = first.begin()
    await second.work()
    first.end()
    await all
    await second.work()
    expect(ran).toEqual(['first', 'second'])
  })

  it.each([
    ['of a tab that died', -1],
    ['of a clock that was set back', 3_600_000],
  ])('does not wait for a lease %s', async (_what, leftMs) => {
    const { ran, open, clock, storage } = browser()
    storage.set('fw:send', `${clock.now + leftMs} another`)
    await open('first').work()
    expect(ran).toEqual(['first'])
  })

  it('holds for as long as the work goes on, request after request', async () => {
    const { ran, open, clock } = browser()
    const [first, second] = [open('first'), open('second')]
    const all = first.begin()
    for (let request = 0; request < 10; request += 1) {
      first.renew()
      clock.now += LEASE_MS - 1
      await second.work()
    }
    expect(ran).toEqual(['first'])
    first.end()
    await all
  })

  it('is not ended by a tab whose own has run out', async () => {
    const { ran, open, clock } = browser()
    const [first, second, third] = [open('first'), open('second'), open('third')]
    const all = first.begin()
    clock.now += LEASE_MS + 1
    const others = second.begin()
    first.renew()
    first.end()
    await all
    await third.work()
    expect(ran).toEqual(['first', 'second'])
    second.end()
    await others
    await third.work()
    expect(ran).toEqual(['first', 'second', 'third'])
  })

  it('is renewed by whoever works only', async () => {
    const { ran, open } = browser()
    open('first').renew()
    await open('second').work()
    expect(ran).toEqual(['second'])
  })

  it('ends with work that fails', async () => {
    const { ran, open } = browser()
    const lost = open('first').run(() => Promise.reject(new Error('broken')))
    await expect(lost).rejects.toThrow('broken')
    await open('second').work()
    expect(ran).toEqual(['second'])
  })
})
