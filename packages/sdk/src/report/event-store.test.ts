import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS, START } from './fake-world.ts'
import { keepEvent } from './keep-event.ts'
import { uuid7 } from './uuid7.ts'

describe('createEventStore', () => {
  it('halves a batch that is too large, and drops an event that is so alone', async () => {
    const world = createWorld(['size', 'size', 'size', 'ok'])
    const { queue } = world.open()
    for (let i = 0; i < 4; i += 1) queue.push(world.event())
    await world.pass(1000)
    expect(world.requests.map((batch) => batch.length)).toEqual([4, 2, 1, 1, 1, 1])
    expect(world.order()).toEqual([2, 3, 4])
    expect([...world.stored.values()][0]?.context['dropped']).toEqual({ size: 1 })
  })

  it('finds the one event that cannot be encoded, drops it, and counts it', async () => {
    const world = createWorld()
    world.collector.answer = (events) =>
      events.some((one) => one.event === 'odd') ? { is: 'invalid' } : { is: 'accepted' }
    const { queue } = world.open()
    for (const name of ['a', 'odd', 'c', 'd']) queue.push(world.event(name))
    await world.pass(1000)
    expect(world.waiting()).toBe(0)
    expect(world.requests.map((batch) => batch.length)).toEqual([4, 2, 1, 1, 1, 1])
    expect(world.requests[4]?.[0]?.context['dropped']).toEqual({ invalid: 1 })
  })

  it('drops a refused batch, goes on, and tells once how many were lost', async () => {
    const world = createWorld(['refused', 'ack-lost'])
    const { queue } = world.open()
    queue.push(world.event())
    queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    await world.pass(5000)
    queue.push(world.event())
    await world.pass(1000)
    const told = [...world.stored.values()].map(({ context }) => context['dropped'])
    expect(told).toEqual([{ refused: 2 }, undefined])
  })

  it('refuses an event of more than 16 KiB, and one that cannot be JSON', async () => {
    const world = createWorld()
    const { queue } = world.open()
    const circular: Record<string, unknown> = {}
    circular['itself'] = circular
    queue.push(world.event('x', { note: 'x'.repeat(17 * 1024) }))
    queue.push(world.event('x', { circular }))
    queue.push(world.event())
    await world.pass(1000)
    expect(world.order()).toEqual([3])
    expect(world.requests[0]?.[0]?.context['dropped']).toEqual({ invalid: 1, size: 1 })
  })

  it('keeps wins longest and steps shortest when too much waits', async () => {
    const world = createWorld(Array.from({ length: 40 }, () => 0 as const))
    const { queue } = world.open()
    const names = ['win_reached', 'task_completed', 'step_viewed']
    for (let i = 0; i < 600; i += 1) queue.push(world.event(names[i % 3]))
    expect(world.waiting()).toBe(500)
    await world.pass(HOUR_MS)
    const count = (name: string) =>
      [...world.stored.values()].filter(({ event }) => event === name).length
    expect(names.map(count)).toEqual([200, 200, 100])
    const steps = world.order().filter((sequence) => Number(sequence) % 3 === 0)
    expect(Math.min(...steps.map(Number))).toBe(303)
    expect(world.requests.at(-5)?.[0]?.context['dropped']).toEqual({ cap: 100 })
  })

  it('keeps less than 256 KiB', () => {
    const world = createWorld()
    const { queue } = world.open()
    for (let i = 0; i < 40; i += 1) queue.push(world.event('x', { note: 'x'.repeat(15_000) }))
    const kept = world.storage.keys('fw:q:').map((key) => world.storage.get(key) ?? '')
    expect(kept.join('').length).toBeLessThanOrEqual(256 * 1024)
    expect(kept.length).toBeGreaterThan(15)
  })

  it('forgets what has waited for more than a week, and text that is no event', async () => {
    const world = createWorld(['denied'])
    const { queue, close } = world.open()
    queue.push(world.event())
    await world.pass(8 * 24 * HOUR_MS)
    close()
    world.storage.set(`fw:q:${uuid7(START + 7 * 24 * HOUR_MS)}`, '{"broken')
    world.open().queue.push(world.event())
    await world.pass(1000)
    expect(world.order()).toEqual([2])
    expect([...world.stored.values()][0]?.context['dropped']).toEqual({ age: 1, invalid: 1 })
  })

  it('reports what the endpoint refused of a batch that it took', async () => {
    const world = createWorld()
    world.collector.answer = (events) => ({ is: 'accepted', rejected: events.length > 2 ? 2 : 0 })
    const { queue } = world.open()
    for (let i = 0; i < 3; i += 1) queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    await world.pass(1000)
    queue.push(world.event())
    await world.pass(1000)
    const told = world.requests.map(([first]) => first?.context['dropped'])
    expect(told).toEqual([undefined, { refused: 2 }, undefined])
  })

  it('counts what did not fit into memory before the user agreed', async () => {
    const world = createWorld()
    for (let i = 0; i < 120; i += 1) keepEvent(world.storage, world.event(), true)
    world.open()
    await world.pass(1000)
    expect(world.stored.size).toBe(100)
    expect(world.requests.at(-1)?.[0]?.context['dropped']).toEqual({ cap: 20 })
  })

  it('keeps what may not go, and does not wake for it', async () => {
    const world = createWorld([], { mayGo: (text) => !text.includes('"held"') })
    const { queue } = world.open()
    queue.push(world.event('held'))
    queue.push(world.event())
    await world.pass(HOUR_MS)
    expect(world.order()).toEqual([2])
    expect(world.waiting()).toBe(1)
  })

  it('forgets after a week also what may not go, where nothing else is sent', async () => {
    const world = createWorld([], { mayGo: (text) => !text.includes('"held"') })
    const first = world.open()
    first.queue.push(world.event('held'))
    await world.pass(8 * 24 * HOUR_MS)
    first.close()
    const { queue } = world.open()
    expect(world.waiting()).toBe(0)
    queue.push(world.event())
    await world.pass(1000)
    expect(world.requests[0]?.[0]?.context['dropped']).toEqual({ age: 1 })
  })

  it('does not drop what is on its way to make room', async () => {
    const world = createWorld()
    const { queue } = world.open()
    for (let i = 0; i < 100; i += 1) queue.push(world.event())
    world.host.onRequest = () => {
      world.host.onRequest = () => {}
      for (let i = 0; i < 500; i += 1) queue.push(world.event('win_reached'))
    }
    await world.pass(3000)
    expect(world.stored.size).toBe(500)
    const told = world.requests.map(([first]) => first?.context['dropped'])
    expect(told.filter(Boolean)).toEqual([{ cap: 100 }])
    expect(world.order().slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  })
})
