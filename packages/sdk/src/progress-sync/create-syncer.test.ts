import { describe, expect, it } from 'vitest'
import { aPair, SECOND, sent, START } from './fake-devices.fixture.ts'

describe('two devices of one user', () => {
  it('know of each other what was reached and celebrated', async () => {
    const { phone, laptop, pass } = await aPair()
    phone.change({ wins: { sent: START }, celebrated: { sent: START + 1 } })
    phone.syncer.note(true)
    await pass(SECOND)
    laptop.syncer.ask()
    await pass(3 * SECOND)
    expect(laptop.memory()).toMatchObject({
      wins: { sent: START },
      celebrated: { sent: START + 1 },
    })
    expect(laptop.page.answers).toContain('some')
  })

  it('tell a win of this moment that its own device has not celebrated yet', async () => {
    const { phone, laptop, clock, pass } = await aPair()
    phone.change({ wins: { sent: clock.now } })
    phone.syncer.note(true)
    await pass(SECOND)
    laptop.page.answers = []
    laptop.syncer.ask()
    await pass(3 * SECOND)
    expect(laptop.page.answers).toContain('unpraised')
    phone.change({ celebrated: { sent: clock.now } })
    phone.syncer.note(true)
    await pass(4 * SECOND)
    laptop.page.answers = []
    laptop.syncer.ask()
    await pass(4 * SECOND)
    expect(laptop.page.answers[0]).toBe('some')
    expect(laptop.memory().celebrated).toHaveProperty('sent')
  })

  it('come to the same when both were offline, and count each event once', async () => {
    const { phone, laptop, collector, pass } = await aPair()
    collector.faults = Array.from({ length: 4 }, () => 'silence' as const)
    phone.change({ ...sent(2), wins: { sent: START + 5 } })
    laptop.change({ ...sent(3), wins: { sent: START + 2 } })
    for (const { syncer } of [phone, laptop]) syncer.note(true)
    await pass(120 * SECOND)
    for (const { syncer } of [phone, laptop, phone]) {
      syncer.ask()
      await pass(10 * SECOND)
    }
    for (const { memory } of [phone, laptop]) {
      expect(memory()).toMatchObject({ ...sent(5), wins: { sent: START + 2 } })
    }
  })

  it('count nothing twice when the answer to what was kept is lost', async () => {
    const { phone, laptop, collector, pass } = await aPair()
    collector.faults = ['ack-lost', 'ack-lost']
    phone.change(sent(2))
    phone.syncer.note(true)
    await pass(60 * SECOND)
    laptop.syncer.ask()
    await pass(10 * SECOND)
    expect(laptop.memory().events).toEqual(sent(2).events)
    phone.syncer.ask()
    await pass(10 * SECOND)
    expect(phone.memory().events).toEqual(sent(2).events)
  })

  it('give back to a device what it has forgotten', async () => {
    const { phone, laptop, pass } = await aPair()
    phone.change({ ...sent(2), wins: { sent: START } })
    phone.syncer.note(true)
    await pass(2 * SECOND)
    phone.forget()
    phone.change({})
    phone.syncer.ask()
    await pass(10 * SECOND)
    expect(phone.memory()).toMatchObject({ ...sent(2), wins: { sent: START } })
    laptop.syncer.ask()
    await pass(10 * SECOND)
    expect(laptop.memory().events).toEqual(sent(2).events)
  })
})

describe('what is told', () => {
  it('is the own part, and only when it has changed', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    phone.syncer.note(true)
    await pass(60 * SECOND)
    expect(collector.asked).toEqual([])
    phone.syncer.ask()
    await pass(0)
    expect(collector.asked.map(({ part }) => part)).toEqual([undefined])
  })

  it('is told within a second, mere counts within ten', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    phone.change(sent(1))
    phone.syncer.note(false)
    await pass(9 * SECOND)
    expect(collector.asked).toHaveLength(0)
    phone.syncer.note(true)
    await pass(SECOND)
    expect(collector.asked).toHaveLength(1)
  })

  it('is told every three seconds at most', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    for (let count = 1; count <= 30; count += 1) {
      phone.change(sent(count))
      phone.syncer.note(true)
      await pass(SECOND)
    }
    expect(collector.asked.length).toBeLessThanOrEqual(10)
    expect(collector.asked.length).toBeGreaterThan(5)
  })

  it('is told at once when the page may go', async () => {
    const { phone, collector, pass } = await aPair()
    collector.asked = []
    phone.change(sent(1))
    phone.syncer.leave()
    await pass(0)
    expect(collector.asked).toMatchObject([{ part: sent(1) }])
  })

  it('is told on the next page when this one was too short', async () => {
    const { phone, collector, pass } = await aPair()
    collector.faults = ['silence']
    phone.change(sent(1))
    phone.syncer.leave()
    phone.syncer.stop()
    await pass(60 * SECOND)
    expect(collector.asked.at(-1)).toMatchObject({ part: sent(1) })
    expect(phone.memory().sync?.sent).toBeDefined()
  })

  it('leaves out what the journey does not name where that is too long', async () => {
    const { phone, collector, pass } = await aPair()
    const others = Array.from({ length: 500 }, (_, index) => [
      `event-${index}`,
      { count: 1, times: [] },
    ])
    phone.change({ events: { ...Object.fromEntries(others), ...sent(1).events } })
    phone.syncer.note(true)
    await pass(SECOND)
    expect(collector.asked.at(-1)?.part).toMatchObject(sent(1))
    expect(JSON.stringify(collector.asked.at(-1)?.part).length).toBeLessThan(16 * 1024)
  })
})

describe('what never settles', () => {
  it('is given up if it is a request, and the next one is made', async () => {
    const { phone, laptop, collector, pass } = await aPair()
    collector.faults = ['never']
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(60 * SECOND)
    laptop.syncer.ask()
    await pass(4 * SECOND)
    expect(laptop.memory().events).toEqual(sent(1).events)
  })

  it('is given up if it is a token, and the host is asked again a minute later', async () => {
    const { phone, collector, pass } = await aPair()
    phone.page.token = new Promise(() => {})
    collector.asked = []
    phone.change(sent(1))
    phone.syncer.note(true)
    await pass(60 * SECOND)
    expect(collector.asked).toEqual([])
    phone.page.token = 'signed-word'
    await pass(30 * SECOND)
    expect(collector.asked).toMatchObject([{ part: sent(1) }])
  })

  it('lets other tabs work meanwhile', async () => {
    const { phone, collector, locks, pass } = await aPair()
    collector.faults = ['never']
    phone.syncer.ask()
    await pass(4 * SECOND)
    expect(locks.held).toBe(1)
    await pass(15 * SECOND)
    expect(locks.held).toBe(0)
  })
})

describe('a user who has left', () => {
  it('is told nothing more, and nothing is kept of them', async () => {
    const { phone, laptop, collector, pass } = await aPair()
    laptop.change({ wins: { sent: START } })
    laptop.syncer.note(true)
    await pass(2 * SECOND)
    collector.asked = []
    phone.syncer.ask()
    phone.page.isHere = false
    phone.forget()
    await pass(60 * SECOND)
    expect(collector.asked).toEqual([])
    expect(phone.store.keys('')).toEqual([])
  })

  it('T23 leaves no token on the device', async () => {
    const { phone } = await aPair()
    expect(
      phone.store
        .keys('')
        .map((key) => phone.store.get(key))
        .join(' '),
    ).not.toContain('signed-word')
  })
})
