import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS } from './fake-world.ts'
import { keepEvent } from './keep-event.ts'
import { uuid7 } from './uuid7.ts'

describe('createPlainQueue', () => {
  it('sends what came within a second as one batch, in order, and forgets it', async () => {
    const world = createWorld([], { plain: 'alone' })
    const { queue } = world.open()
    for (let i = 0; i < 5; i += 1) queue.push(world.event())
    await world.pass(999)
    expect(world.requests).toHaveLength(0)
    await world.pass(1)
    expect(world.requests).toHaveLength(1)
    expect(world.order()).toEqual([1, 2, 3, 4, 5])
    expect(world.waiting()).toBe(0)
  })

  it('sends at once when flushed, and in the very moment when the page goes', () => {
    const world = createWorld(['never', 'ok'], { plain: 'alone' })
    const { queue } = world.open()
    queue.push(world.event('win_reached'))
    queue.flush()
    queue.push(world.event())
    queue.leave()
    expect(world.requests.map((batch) => batch.length)).toEqual([1, 1])
  })

  it('is followed at 503 by what keeps to the pause, on all pages', async () => {
    const world = createWorld([30_000], { plain: 'helped' })
    const first = world.open()
    first.queue.push(world.event())
    await world.pass(1000)
    first.queue.leave()
    first.close()
    const { queue } = world.open()
    queue.push(world.event('win_reached'))
    queue.flush()
    queue.leave()
    await world.pass(29_000)
    expect(world.requests).toHaveLength(1)
    await world.pass(1000)
    expect(world.order()).toEqual([1, 2])
    await world.pass(HOUR_MS)
    expect(world.storage.keys('fw:')).toEqual([])
  })

  it('is followed at 413 by what goes on with half', async () => {
    const world = createWorld(['size', 'size', 'size', 'ok'], { plain: 'helped' })
    const { queue } = world.open()
    for (let i = 0; i < 4; i += 1) queue.push(world.event())
    await world.pass(1000)
    expect(world.requests.map((batch) => batch.length)).toEqual([4, 2, 1, 1, 1, 1])
    expect([...world.stored.values()][0]?.context['dropped']).toEqual({ size: 1 })
  })

  it('is followed at 403 by what sends nothing more from this page', async () => {
    const world = createWorld(['denied'], { plain: 'helped' })
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    queue.flush()
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(1)
    expect(world.waiting()).toBe(2)
  })

  it('is followed by what counts the refused', async () => {
    const world = createWorld(['refused'], { plain: 'helped' })
    const { queue } = world.open()
    queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    await world.pass(1000)
    expect(world.requests[1]?.[0]?.context['dropped']).toEqual({ refused: 1 })
  })

  it('is followed by what takes requests for blocked after five without an answer', async () => {
    const faults = () => Array.from({ length: 9 }, () => 'silence' as const)
    const whole = createWorld(faults())
    const world = createWorld(faults(), { plain: 'helped' })
    for (const one of [whole, world]) {
      one.open().queue.push(one.event())
      await one.pass(60_000)
    }
    expect(world.requests.length).toBe(whole.requests.length)
    expect(world.storage.get('fw:blocked')).toBeDefined()
  })

  it('has more than one batch, and what is no event, seen to by what follows', async () => {
    const world = createWorld([], { plain: 'helped' })
    for (let i = 0; i < 900; i += 1) keepEvent(world.storage, world.event(), false)
    world.storage.set(`fw:q:${uuid7(Date.UTC(2026, 10, 22))}`, '{"broken')
    world.open()
    await world.pass(1000)
    expect(world.waiting()).toBe(0)
    // A hundred before there was too much, then what there is room for.
    expect(world.stored.size).toBeGreaterThan(590)
    const [told] = world.requests.flatMap(([first]) => first?.context['dropped'] ?? [])
    const [cap, invalid] = [Reflect.get(Object(told), 'cap'), Reflect.get(Object(told), 'invalid')]
    expect(world.stored.size + Number(cap) + Number(invalid)).toBe(901)
  })

  it('bounds what waits in the very moment: steps go first, the oldest first', () => {
    const world = createWorld([], { plain: 'alone' })
    const { queue } = world.open()
    for (let i = 0; i < 900; i += 1) queue.push(world.event(i % 3 ? 'step_viewed' : 'win_reached'))
    const texts = world.storage.keys('fw:q:').map((key) => world.storage.get(key) ?? '')
    expect(texts).toHaveLength(500)
    expect(texts.filter((text) => text.includes('win_reached'))).toHaveLength(300)
    expect(world.storage.get('fw:dropped:cap')).toBe('400')
  })

  it('alone: keeps all, tries again later each time, and at once when the network is back', async () => {
    const faults = [0, 'silence', 'size', 'denied', 'refused', 'ok'] as const
    const world = createWorld([...faults], { plain: 'alone' })
    const { queue } = world.open()
    queue.push(world.event())
    queue.push(world.event())
    const counts: number[] = []
    for (const ms of [1000, 374, 1, 749, 1, 1499, 1]) {
      await world.pass(ms)
      counts.push(world.requests.length)
    }
    expect(counts).toEqual([1, 1, 2, 2, 3, 3, 4])
    queue.push(world.event('win_reached'))
    queue.flush()
    await world.pass(0)
    expect(world.requests).toHaveLength(4)
    queue.resume(true)
    await world.pass(0)
    expect(world.waiting()).toBe(3)
    await world.pass(60_000)
    expect(world.order()).toEqual([1, 2, 3])
  })

  it('alone: sends what it can, and leaves what it cannot judge', async () => {
    const world = createWorld([], { plain: 'alone' })
    const { queue } = world.open()
    queue.push(world.event('x', { note: 'x'.repeat(17 * 1024) }))
    queue.push(world.event())
    await world.pass(1000)
    expect(world.order()).toEqual([2])
    expect(world.waiting()).toBe(1)
  })

  it('sends nothing while the user has not agreed, nor after stop but for one last batch', async () => {
    const world = createWorld([], { plain: 'helped' })
    const { queue } = world.open()
    world.host.isGranted = false
    queue.push(world.event())
    queue.leave()
    await world.pass(HOUR_MS)
    expect(world.requests).toHaveLength(0)
    world.host.isGranted = true
    queue.stop()
    queue.push(world.event())
    queue.flush()
    await world.pass(HOUR_MS)
    expect(world.order()).toEqual([1])
  })
})
