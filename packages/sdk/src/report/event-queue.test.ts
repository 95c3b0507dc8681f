import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS, START } from './fake-world.ts'
import { keepEvent } from './keep-event.ts'

describe('createQueue', () => {
  it('sends what came within a second as one batch, in order, and forgets it', async () => {
    const world = createWorld()
    const { queue } = world.open()
    for (let i = 0; i < 5; i += 1) queue.push(world.event())
    expect(world.waiting()).toBe(5)
    await world.pass(999)
    expect(world.requests).toHaveLength(0)
    await world.pass(1)
    expect(world.requests).toHaveLength(1)
    expect(world.order()).toEqual([1, 2, 3, 4, 5])
    expect(world.waiting()).toBe(0)
  })

  it('sends at once when flushed', async () => {
    const world = createWorld()
    const { queue } = world.open()
    queue.push(world.event('win_reached'))
    queue.flush()
    await world.pass(0)
    expect(world.stored.size).toBe(1)
  })

  it('splits by 100 events and by 48 KiB, one request at a time', async () => {
    const world = createWorld()
    const { queue } = world.open()
    for (let i = 0; i < 250; i += 1) queue.push(world.event())
    await world.pass(1000)
    expect(world.requests.map((batch) => batch.length)).toEqual([100, 100, 50])
    for (let i = 0; i < 10; i += 1) queue.push(world.event('x', { note: '字'.repeat(4000) }))
    await world.pass(1000)
    expect(world.requests.slice(3).map((batch) => batch.length)).toEqual([3, 3, 3, 1])
    expect(world.order()).toEqual(Array.from({ length: 260 }, (_, index) => index + 1))
  })

  it('sends once a second where the host tracks each of its requests', async () => {
    const world = createWorld()
    const { queue } = world.open()
    world.host.onRequest = () => queue.push(world.event('request.sent'))
    queue.push(world.event())
    await world.pass(5000)
    expect(world.requests).toHaveLength(5)
  })

  it('does not ask for ever where a token is refused that it never sent', async () => {
    const world = createWorld(Array.from({ length: 1000 }, () => 'token' as const))
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(60_000)
    expect(world.requests.length).toBeGreaterThan(2)
    expect(world.requests.length).toBeLessThan(20)
    expect(world.waiting()).toBe(1)
  })

  it('bounds what was kept before it was there', () => {
    const world = createWorld()
    for (let i = 0; i < 900; i += 1) keepEvent(world.storage, world.event(), false)
    world.open()
    expect(world.waiting()).toBe(500)
  })

  it('tries again, later each time', async () => {
    const world = createWorld(['silence', 0, 'silence', 'ok'])
    const { queue } = world.open()
    queue.push(world.event())
    const counts: number[] = []
    for (const ms of [1000, 374, 1, 749, 1, 1499, 1]) {
      await world.pass(ms)
      counts.push(world.requests.length)
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4])
    expect(world.waiting()).toBe(0)
  })

  it('is not hurried by new events while it waits', async () => {
    const world = createWorld([0, 0, 0, 0, 0, 'ok'])
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000 + 375 + 750 + 1500)
    queue.push(world.event())
    await world.pass(2999)
    expect(world.requests).toHaveLength(4)
  })

  it('keeps to the pause that the server asked for, also after a reload and when flushed', async () => {
    const world = createWorld([30_000])
    const first = world.open()
    first.queue.push(world.event())
    await world.pass(1000)
    first.close()
    const { queue } = world.open()
    queue.push(world.event('win_reached'))
    queue.flush()
    queue.leave()
    await world.pass(29_000)
    expect(world.requests).toHaveLength(1)
    await world.pass(1000)
    expect(world.order()).toEqual([1, 2])
  })

  it('keeps to no pause of more than an hour', async () => {
    const world = createWorld([99 * HOUR_MS])
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000 + HOUR_MS - 1)
    expect(world.requests).toHaveLength(1)
    await world.pass(1)
    expect(world.requests).toHaveLength(2)
    expect(world.stored.size).toBe(1)
  })

  it.each([
    ['that ends in more than an hour', String(START + 99 * HOUR_MS)],
    ['that cannot be read', 'nonsense'],
  ])('keeps to no pause %s', async (_what, until) => {
    const world = createWorld()
    world.storage.set('fw:wait', until)
    world.open().queue.push(world.event())
    await world.pass(1000)
    expect(world.stored.size).toBe(1)
  })

  it('stops for this page when it is not allowed, and keeps the events for the next', async () => {
    const world = createWorld(['denied'])
    const { queue, close } = world.open()
    queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    queue.flush()
    queue.leave()
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(1)
    close()
    world.open()
    await world.pass(1000)
    expect(world.order()).toEqual([1, 2])
  })

  it('sends at the moment the page goes, even while another tab is sending', async () => {
    const world = createWorld(['never'])
    const other = world.open()
    other.queue.push(world.event())
    other.queue.flush()
    await world.pass(0)
    const { queue, close } = world.open()
    queue.push(world.event())
    queue.leave()
    close()
    expect(world.stored.size).toBe(2)
  })

  it('does not send again at the end what is on its way already', async () => {
    const world = createWorld(['never'])
    const { queue } = world.open()
    queue.push(world.event())
    queue.flush()
    await world.pass(0)
    queue.leave()
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(1)
  })

  it('goes on after a hidden page failed to send and came back', async () => {
    const world = createWorld([0])
    const { queue } = world.open()
    queue.push(world.event())
    queue.leave()
    await world.pass(2000)
    expect(world.stored.size).toBe(1)
  })

  it('sends what a closed page left', async () => {
    const world = createWorld()
    const { queue, close } = world.open()
    queue.push(world.event())
    close()
    world.open()
    await world.pass(1000)
    expect(world.stored.size).toBe(1)
  })

  it('sends nothing more after stop, but for one last batch', async () => {
    const world = createWorld()
    const { queue } = world.open()
    queue.push(world.event())
    queue.stop()
    queue.push(world.event())
    queue.flush()
    await world.pass(HOUR_MS)
    expect(world.order()).toEqual([1])
    expect(world.waiting()).toBe(1)
  })

  it('has one request under way at a time, also where there are no locks', async () => {
    const world = createWorld(['never'], { hasLocks: false })
    const { queue } = world.open()
    queue.push(world.event())
    queue.flush()
    queue.push(world.event())
    queue.flush()
    await world.pass(5000)
    expect(world.requests).toHaveLength(1)
  })

  it('lets one tab send for all', async () => {
    const world = createWorld()
    const tabs = [world.open(), world.open(), world.open()]
    for (const { queue } of tabs) queue.push(world.event())
    await world.pass(3000)
    expect(world.requests).toHaveLength(1)
    expect(world.order()).toEqual([1, 2, 3])
  })

  it('is not hurried by urgent events while it waits', async () => {
    const world = createWorld([0, 0, 0, 0, 'ok'])
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000 + 375 + 750 + 1500)
    queue.push(world.event('win_reached'))
    queue.flush()
    await world.pass(2999)
    expect(world.requests).toHaveLength(4)
    await world.pass(1)
    expect(world.order()).toEqual([1, 2])
  })

  it('tries at once when the network is back', async () => {
    const world = createWorld([0, 0, 0, 0, 'ok'])
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000 + 375 + 750 + 1500)
    queue.resume(true)
    await world.pass(0)
    expect(world.stored.size).toBe(1)
  })

  it('sends nothing while the user has not agreed, nor looks for it', async () => {
    const world = createWorld()
    const { queue } = world.open()
    world.host.isGranted = false
    queue.push(world.event())
    queue.leave()
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(0)
    world.host.isGranted = true
    queue.flush()
    await world.pass(0)
    expect(world.stored.size).toBe(1)
  })
})
