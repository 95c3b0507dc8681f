import { describe, expect, it } from 'vitest'
import { NOW } from '../test/a-world.ts'
import { emptyMemory, type GuideMemory, type Memory } from './memory.ts'
import { mergePart, noteChanges, toPart, type Synced } from './part.ts'

/** A device that has been joined with others before. */
function aDevice(name: string, parts: Partial<Memory> = {}, now = NOW): Synced {
  return noteChanges({ ...emptyMemory(NOW), ...parts }, now, () => name)
}

/** What `here` knows after it has heard of `there`. */
function hear(here: Synced, there: Synced, windowed = {}): Synced {
  return mergePart(here, { device: there.sync.device, part: toPart(there) }, windowed)
}

function change(memory: Synced, parts: Partial<Memory>, now: number): Synced {
  return noteChanges({ ...memory, ...parts }, now, () => 'another')
}

const active = (step: string): GuideMemory => ({ status: 'active', step })
const dismissed = (reason: 'closed' | 'later'): GuideMemory => ({
  status: 'dismissed',
  step: 'one',
  reason,
  session: 's',
})

describe('what another device of the user knows', () => {
  it('counts for wins where it was earlier, and is not celebrated again', () => {
    const phone = aDevice('phone', { wins: { sent: 5 }, celebrated: { sent: 6 } })
    const laptop = aDevice('laptop', { wins: { sent: 9 } })
    expect(hear(laptop, phone)).toMatchObject({ wins: { sent: 5 }, celebrated: { sent: 6 } })
  })

  it('adds to the counts of events, however often it is heard', () => {
    const phone = aDevice('phone', { events: { sent: { count: 2, times: [] } } })
    const laptop = aDevice('laptop', { events: { sent: { count: 3, times: [] } } })
    const both = hear(hear(laptop, phone), phone)
    expect(both.events).toEqual({ sent: { count: 5, times: [] } })
    expect(hear(phone, both).events).toEqual({ sent: { count: 5, times: [] } })
  })

  it('brings the newest times of events that are counted in a window', () => {
    const phone = aDevice('phone', { events: { sent: { count: 3, times: [1, 4, 4] } } })
    const laptop = aDevice('laptop', { events: { sent: { count: 2, times: [2, 4] } } })
    const { events } = hear(laptop, phone, { sent: 3 })
    expect(events['sent']).toEqual({ count: 5, times: [2, 4, 4] })
  })

  it('brings everything to a device that knows nothing', () => {
    const phone = aDevice('phone', {
      started: true,
      wins: { sent: 5 },
      guides: { tour: { status: 'completed' } },
      seen: { 'message:letter': { at: 5, session: 's', end: 'closed' } },
      answered: { mood: ['a'] },
      best: { path: 0.5 },
      goodbyes: ['path'],
    })
    const laptop = aDevice('laptop')
    expect(toPart(hear(laptop, phone))).toEqual({ ...toPart(phone), events: {} })
  })

  it('leaves the checklist as it is on this device', () => {
    const phone = aDevice('phone', { checklist: 'open' })
    expect(hear(aDevice('laptop'), phone).checklist).toBe('closed')
  })

  it('is not heard twice by the device that said it', () => {
    const phone = aDevice('phone', { events: { sent: { count: 2, times: [] } } })
    expect(hear(phone, phone)).toBe(phone)
  })

  it('brings what it has heard of a third one', () => {
    const tablet = aDevice('tablet', { events: { sent: { count: 4, times: [] } } })
    const phone = hear(aDevice('phone', { events: { sent: { count: 2, times: [] } } }), tablet)
    const laptop = hear(aDevice('laptop'), phone)
    expect(laptop.events).toEqual({ sent: { count: 6, times: [] } })
    expect(hear(laptop, tablet).events).toEqual({ sent: { count: 6, times: [] } })
  })

  it('restores a memory that was lost, and counts on from there', () => {
    const before = aDevice('phone', { events: { sent: { count: 2, times: [] } } })
    const anew = aDevice('phone-2', { events: { sent: { count: 1, times: [] } } })
    const restored = hear(anew, before)
    expect(restored.events).toEqual({ sent: { count: 3, times: [] } })
    expect(toPart(restored).events).toEqual({ sent: { count: 1, times: [] } })
  })
})

describe('a guide on two devices', () => {
  const tour = (guide: GuideMemory) => ({ guides: { tour: guide } })

  it('is over on both once it is over on one', () => {
    const phone = change(aDevice('phone', tour(active('one'))), tour(dismissed('closed')), NOW + 5)
    const laptop = change(aDevice('laptop', tour(active('one'))), tour(active('two')), NOW + 9)
    expect(hear(laptop, phone).guides).toEqual(tour(dismissed('closed')).guides)
    expect(hear(phone, laptop).guides).toEqual(tour(dismissed('closed')).guides)
  })

  it('goes on where it was last', () => {
    const phone = change(aDevice('phone', tour(active('one'))), tour(active('three')), NOW + 5)
    const laptop = change(aDevice('laptop', tour(active('one'))), tour(active('two')), NOW + 2)
    expect(hear(laptop, phone).guides).toEqual(tour(active('three')).guides)
    expect(hear(phone, laptop).guides).toEqual(tour(active('three')).guides)
  })

  it('is put off on both, and not brought back by what the other knew before', () => {
    const laptop = aDevice('laptop', tour(active('one')))
    const phone = change(hear(aDevice('phone'), laptop), tour(dismissed('later')), NOW + 5)
    expect(hear(phone, laptop).guides).toEqual(tour(dismissed('later')).guides)
    expect(hear(laptop, phone).guides).toEqual(tour(dismissed('later')).guides)
  })

  it('is under way again where it is asked for after its end, on a slow clock too', () => {
    const laptop = aDevice('laptop', tour({ status: 'completed' }))
    const phone = hear(aDevice('phone'), laptop)
    const again = change(phone, tour(active('one')), NOW - 100_000)
    expect(hear(again, laptop).guides).toEqual(tour(active('one')).guides)
    expect(hear(laptop, again).guides).toEqual(tour(active('one')).guides)
  })
})

describe('a memory that is looked at', () => {
  it('is left as it is when no guide has changed', () => {
    const memory = aDevice('phone', { guides: { tour: active('one') } })
    expect(noteChanges(memory, NOW + 5, () => 'another')).toEqual(memory)
  })
})
