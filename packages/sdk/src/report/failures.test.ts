import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS } from './fake-world.ts'

const MINUTE_MS = 60_000

describe('an endpoint that is blocked', () => {
  const silence = (times: number) => Array.from({ length: times }, () => 'silence' as const)

  /** A device that knows of the blocking, and has something to send. */
  async function blockedWorld() {
    const world = createWorld(silence(100))
    const { queue, close } = world.open()
    queue.push(world.event())
    await world.pass(12 * MINUTE_MS)
    close()
    world.faults.splice(0)
    world.requests.splice(0)
    return world
  }

  it('costs one try a page, and one an hour of a page that stays', async () => {
    const world = await blockedWorld()
    world.faults.push(...silence(50))
    for (let page = 1; page < 5; page += 1) {
      const { queue, close } = world.open()
      await world.pass(2000)
      queue.push(world.event('win_reached'))
      queue.flush()
      queue.resume(false)
      queue.leave()
      await world.pass(20 * MINUTE_MS)
      expect(world.requests).toHaveLength(page)
      close()
    }
    world.open()
    await world.pass(2000)
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(4 + 2)
  })

  it('gets everything as soon as one try passes', async () => {
    const world = await blockedWorld()
    const { queue } = world.open()
    await world.pass(1000)
    expect(world.stored.size).toBe(1)
    queue.push(world.event('win_reached'))
    queue.flush()
    await world.pass(0)
    expect(world.order()).toEqual([1, 2])
    expect(world.storage.get('fw:blocked')).toBeFalsy()
  })

  it('is tried when the network is another one', async () => {
    const world = await blockedWorld()
    world.faults.push('silence')
    const { queue } = world.open()
    await world.pass(2000)
    queue.resume(true)
    await world.pass(0)
    expect(world.stored.size).toBe(1)
  })

  it('is not one that is out of reach because the device is offline', async () => {
    const world = createWorld(silence(9))
    world.host.isOnline = false
    world.open().queue.push(world.event())
    await world.pass(5 * 60_000)
    expect(world.storage.get('fw:blocked')).toBeUndefined()
    expect(world.stored.size).toBe(1)
  })

  it('is not one that is down for some minutes: a page that stays tries every minute', async () => {
    const world = createWorld(silence(100))
    world.open().queue.push(world.event())
    await world.pass(9 * MINUTE_MS)
    world.faults.splice(0)
    await world.pass(MINUTE_MS)
    expect(world.stored.size).toBe(1)
  })

  it('is not one that is down for some minutes: the next page tries more than once', async () => {
    const world = createWorld(silence(100))
    const { queue, close } = world.open()
    queue.push(world.event())
    await world.pass(MINUTE_MS)
    close()
    world.faults.splice(1)
    world.open()
    await world.pass(2000)
    expect(world.stored.size).toBe(1)
  })

  it('is not one that has answered since: what is down later begins anew', async () => {
    const world = createWorld(silence(7))
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(2 * MINUTE_MS)
    expect(world.stored.size).toBe(1)
    await world.pass(HOUR_MS)
    world.faults.push(...silence(7))
    queue.push(world.event())
    await world.pass(2 * MINUTE_MS)
    expect(world.stored.size).toBe(2)
  })

  it('is not one that answers, however badly', async () => {
    const world = createWorld(['silence', 'silence', 503, 'silence', 'silence', 503, 'silence'])
    world.open().queue.push(world.event())
    await world.pass(HOUR_MS)
    expect(world.storage.get('fw:blocked')).toBeFalsy()
    expect(world.stored.size).toBe(1)
  })
})
