import { describe, expect, it } from 'vitest'
import { createWorld } from './fake-world.ts'
import { keepEvent } from './keep-event.ts'

describe('keepEvent', () => {
  it.each([
    ['on the device, where nothing that sends can be fetched', false, 2000],
    ['in memory, until the user agrees', true, 100],
  ])('keeps no more than so many %s, and counts the rest', async (_where, isPending, most) => {
    const world = createWorld()
    for (let i = 0; i < 5000; i += 1) keepEvent(world.storage, world.event(), isPending)
    expect(world.storage.keys('fw:').length).toBeLessThanOrEqual(most + 1)
    world.open()
    await world.pass(1000)
    const told = world.requests.map(([first]) => first?.context['dropped']).filter(Boolean)
    expect(told).toEqual([{ cap: 5000 - world.stored.size }])
    expect(world.stored.size).toBeGreaterThan(Math.min(most, 500) - 2)
    expect(world.storage.keys('fw:')).toEqual([])
  })

  it('keeps the count of those that did not fit when there is no room for it either', async () => {
    const world = createWorld()
    for (let i = 0; i < 2200; i += 1) keepEvent(world.storage, world.event('win_reached'), false)
    world.open()
    await world.pass(1000)
    expect(world.stored.size).toBe(500)
    const told = world.requests.map(([first]) => first?.context['dropped']).filter(Boolean)
    expect(told).toEqual([{ cap: 1700 }])
  })
})
