import type { Part } from '@firstwin/engine/part'
import { describe, expect, it } from 'vitest'
import { fitPart } from './fit-part.ts'

const MAX = 16 * 1024
const isNamed = (event: string) => event === 'sent'

function aPart(change: Partial<Part>): Part {
  const nothing = { events: {}, others: {}, wins: {}, celebrated: {}, guides: {}, marks: {} }
  const none = { ...nothing, seen: {}, answered: {}, best: {}, goodbyes: [] }
  return { version: 1, firstSeenAt: 1, started: true, ...none, ...change }
}

function many<Value>(count: number, name: string, value: Value) {
  const names = Array.from({ length: count }, (_, index) => `${name}-${1_000 + index}`)
  return Object.fromEntries(names.map((one) => [one, value]))
}

const once = { count: 1, times: [] }

describe('a part', () => {
  it('is left as it is where it is short', () => {
    const part = aPart({ events: many(10, 'event', once) })
    expect(fitPart(part, isNamed)).toBe(part)
  })

  it('loses events that the journey does not name, then their times', () => {
    const times = Array.from({ length: 900 }, (_, index) => 1_795_305_600_000 + index)
    const events = { ...many(500, 'event', once), sent: { count: 900, times: [1] } }
    expect(fitPart(aPart({ events }), isNamed).events).toEqual({ sent: { count: 900, times: [1] } })
    const long = { ...events, sent: { count: 900, times: [...times, ...times] } }
    expect(fitPart(aPart({ events: long }), isNamed).events).toEqual({
      sent: { count: 900, times: [] },
    })
  })

  it('loses what it knows of devices, the oldest first, and keeps its wins', () => {
    const others = many(1_000, 'device', { sent: 1, other: 1 })
    const part = fitPart(aPart({ others, wins: { sent: 5 } }), isNamed)
    expect(JSON.stringify(part).length).toBeLessThanOrEqual(MAX)
    expect(part.others).toHaveProperty('device-1999')
    expect(part.others).not.toHaveProperty('device-1000')
    expect(part.wins).toEqual({ sent: 5 })
  })
})
