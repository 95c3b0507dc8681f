import { array, assert, asyncProperty, constantFrom } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS, type Fault } from './fake-world.ts'

describe('delivery', () => {
  it.each([
    ['by the whole queue', undefined],
    ['by the plain one, which hands over', 'helped'],
    ['by the plain one, which never can', 'alone'],
  ] as const)('%s loses nothing and stores nothing twice, whatever happens', async (_by, plain) => {
    const fault = constantFrom<Fault[]>('ok', 'ack-lost', 'never', 'crowded', 0, 5000)
    const act = constantFrom('push', 'win', 'close', 'crash', 'leave', 'wait', 'other')
    const story = [array(fault, { maxLength: 12 }), array(act, { maxLength: 40 })] as const
    await assert(
      asyncProperty(...story, async (faults, acts) => {
        const world = createWorld(faults, { plain })
        const tabs = [world.open(), world.open()]
        let pushed = 0
        let tab = 0
        const push = (name?: string): void => {
          pushed += 1
          tabs[tab]?.queue.push(world.event(name))
        }
        for (const what of acts) {
          if (what === 'push') push()
          if (what === 'win') push('win_reached')
          if (what === 'win') tabs[tab]?.queue.flush()
          if (what === 'leave') tabs[tab]?.queue.leave()
          if (what === 'wait') await world.pass(700)
          if (what === 'other') tab = 1 - tab
          if (what === 'close') tabs[tab]?.queue.leave()
          if (what === 'close' || what === 'crash') {
            tabs[tab]?.close()
            tabs[tab] = world.open()
          }
        }
        tabs.forEach(({ close }) => close())
        world.faults.length = 0
        world.open()
        await world.pass(HOUR_MS)
        expect(world.order().toSorted((a, b) => Number(a) - Number(b))).toEqual(
          Array.from({ length: pushed }, (_, index) => index + 1),
        )
        expect(world.waiting()).toBe(0)
      }),
      { numRuns: 300 },
    )
  })
})
