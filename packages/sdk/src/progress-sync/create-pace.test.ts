import { describe, expect, it } from 'vitest'
import { aPair, createDevices, SECOND, sent } from './fake-devices.fixture.ts'

describe('a collector that does not answer', () => {
  it('is asked again, less and less often', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    collector.faults = Array.from({ length: 100 }, () => 'silence' as const)
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(3_600 * SECOND)
    expect(collector.asked.length).toBeGreaterThan(10)
    expect(collector.asked.length).toBeLessThan(30)
  })

  it('is left alone for as long as it says', async () => {
    const { phone, collector, pass } = await aPair()
    collector.faults = [[503, '600']]
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(590 * SECOND)
    const before = collector.asked.length
    await pass(15 * SECOND)
    expect(collector.asked.length).toBe(before + 1)
  })

  it('is asked no more on this page when it keeps no progress', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    collector.faults = [[404]]
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(3_600 * SECOND)
    phone.syncer.ask()
    await pass(3_600 * SECOND)
    expect(collector.asked).toHaveLength(1)
  })

  it('is asked with another token a minute after it refused one', async () => {
    const { phone, collector, pass } = await aPair()
    phone.page.token = 'expired'
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(50 * SECOND)
    phone.page.token = 'signed-word'
    collector.asked = []
    await pass(5 * SECOND)
    expect(collector.asked).toHaveLength(0)
    await pass(20 * SECOND)
    expect(collector.asked).toMatchObject([{ token: 'signed-word' }])
  })

  it('is not believed when a captive portal answers in its place', async () => {
    const { phone, collector, pass } = await aPair()
    collector.faults = ['portal']
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(2 * SECOND)
    collector.asked = []
    await pass(20 * SECOND)
    expect(collector.asked).toMatchObject([{ part: sent(1) }])
  })
})

describe('whoever waits for the first answer', () => {
  it.each(['ok', 'silence', 'portal', [404], [503, '600']] as const)(
    'goes on after %j',
    async (fault) => {
      const { open, collector, pass } = createDevices()
      const phone = open('phone')
      collector.faults = [fault]
      phone.change({})
      phone.syncer.ask()
      await pass(0)
      expect(phone.page.answers).toEqual(['none'])
    },
  )

  it('goes on where there is no token', async () => {
    const { open, collector, pass } = createDevices()
    const phone = open('phone')
    phone.page.token = undefined
    phone.change({})
    phone.syncer.ask()
    await pass(0)
    expect([phone.page.answers, collector.asked]).toEqual([['none'], []])
  })
})
