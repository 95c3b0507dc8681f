import { parseBatch } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { fakeFetch } from '../test/fake-fetch.ts'
import { storedUnder } from '../test/dump-storage.ts'
import { see } from '../test/seen.ts'
import { CONTRACT } from '../test/small-journey.ts'
import { PATIENT, running, START, useWorld } from '../test/use-world.ts'

const world = useWorld()
const MINUTE_MS = 60_000

/** The ids of what waits on the device. */
const waiting = (): string[] =>
  storedUnder('fw:q:').map((text) => String(Object(JSON.parse(text)).messageId))

describe('an endpoint that is down', () => {
  it('is told of once, and gets every event once when it is back', async () => {
    world.endpoint.state = 'down'
    const firstwin = world.start()
    firstwin.identify('u_1')
    firstwin.track('mail.sent')
    const lines = await world.told('endpoint-unreachable')
    await see('Carry on')
    await world.pass(MINUTE_MS)
    expect(world.endpoint.asked).toBeGreaterThan(1)
    expect(lines).toEqual([expect.stringContaining('They are kept on this device')])
    expect(world.console.lines).toEqual(lines)
    firstwin.stop()
    const kept = waiting()
    expect(kept.length).toBeGreaterThan(2)

    world.endpoint.state = 'up'
    world.reload()
    await expect.poll(waiting, PATIENT).toEqual([])
    const delivered = world.taken().map(({ messageId }) => messageId)
    expect(new Set(delivered).size).toBe(delivered.length)
    expect(delivered).toEqual(expect.arrayContaining(kept))
  })

  it('may be a URL that nobody answers', async () => {
    const firstwin = world.start({ endpoint: 'http://localhost:1/batch' })
    firstwin.track('mail.sent')
    expect(await world.told('endpoint-unreachable')).toHaveLength(1)
    await see('Carry on')
    firstwin.stop()
    world.reload()
    await world.arrived('win_reached')
    await expect.poll(waiting, PATIENT).toEqual([])
  })

  it('may be one that never answers: it is asked again after 10 s', async () => {
    const original = Reflect.get(AbortSignal, 'timeout')
    world.undo(() => Object.assign(AbortSignal, { timeout: original }))
    const timeout = (ms: number): AbortSignal => {
      const end = new AbortController()
      setTimeout(() => end.abort(), ms)
      return end.signal
    }
    Object.assign(AbortSignal, { timeout })
    world.endpoint.state = 'silent'
    world.start().track('mail.sent')
    await expect.poll(() => world.endpoint.asked, PATIENT).toBe(1)
    await see('Carry on')
    world.endpoint.state = 'up'
    await world.pass(10_000)
    expect(await world.told('endpoint-unreachable')).toHaveLength(1)
    await world.pass(MINUTE_MS)
    expect(await world.arrived('win_reached')).toHaveLength(1)
  })
})

describe('what travels', () => {
  it('is a batch that the collector takes, to the last event', async () => {
    const requests = fakeFetch(world, '/batch')
    const firstwin = world.start({ endpoint: '/batch', forwardTracked: true, locale: 'ja' })
    firstwin.identify('u_1', { contractedAt: CONTRACT, plan: 'trial' })
    firstwin.group('acme', { seats: 3 })
    firstwin.track('mail.sent', { recipients: 2 })
    await see('Your first mail is out')
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
    const results = requests.flatMap(({ body }) => {
      const batch = parseBatch(JSON.parse(body))
      expect(batch).toMatchObject({ ok: true, writeKey: 'pk_test' })
      return batch.ok ? batch.events : []
    })
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    const events = results.flatMap((result) => (result.ok ? [result.event] : []))
    expect(events.map((one) => ('event' in one ? one.event : one.type))).toEqual(
      expect.arrayContaining(['identify', 'group', 'mail.sent', 'win_reached']),
    )
    expect(requests[0]?.type).toBe('text/plain;charset=UTF-8')
  })

  it('is numbered without a gap, over a reload too', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1')
    firstwin.track('preview.opened')
    await world.arrived('win_reached')
    const later = world.reload()
    later.track('mail.sent')
    await world.arrived('celebration_shown')
    const places = world.taken().map(({ properties }) => properties['sequence'])
    expect(places).toEqual(places.map((_, index) => index + 1))
    expect(new Set(world.taken().map(({ properties }) => properties['session'])).size).toBe(1)
  })

  it('carries the time from the contract to the win', async () => {
    const firstwin = world.start()
    firstwin.identify('u_1', { contractedAt: CONTRACT })
    await running(firstwin)
    world.now += 7 * MINUTE_MS
    firstwin.track('mail.sent')
    const [win] = await world.arrived('win_reached')
    const ttvMs = START + 7 * MINUTE_MS - Date.parse(CONTRACT)
    const found = { win: 'sent', tier: 'first-strike', ttvMs, clock: 'trait:contractedAt' }
    expect(win?.properties).toMatchObject(found)
    expect(win?.timestamp).toBe(new Date(START + 7 * MINUTE_MS).toISOString())
  })

  it('carries the time from the first visit where no contract is known', async () => {
    await running(world.start())
    world.now += 3 * MINUTE_MS
    const later = world.reload()
    later.track('mail.sent')
    const [win] = await world.arrived('win_reached')
    expect(win?.properties).toMatchObject({ ttvMs: 3 * MINUTE_MS, clock: 'first-seen' })
  })
})

describe('what the host tracks while its journey cannot be had', () => {
  it('counts once the journey is there, at the time at which it happened', async () => {
    const firstwin = world.start({ journey: '/no-such.journey.json' })
    firstwin.identify('u_1', { contractedAt: CONTRACT })
    firstwin.track('preview.opened')
    await world.told('journey-unreachable')
    world.now += MINUTE_MS
    firstwin.track('mail.sent')

    world.now += 60 * MINUTE_MS
    const later = world.reload()
    later.identify('u_1', { contractedAt: CONTRACT })
    const wins = await world.arrived('win_reached', 2)
    const since = START - Date.parse(CONTRACT)
    expect(wins.map(({ properties }) => [properties['win'], properties['ttvMs']])).toEqual([
      ['seen', since],
      ['sent', since + MINUTE_MS],
    ])
    expect(wins.map(({ timestamp }) => Date.parse(timestamp) - START)).toEqual([0, MINUTE_MS])
  })

  it('counts once', async () => {
    world.start({ journey: '/no-such.journey.json' }).track('mail.sent')
    await world.told('journey-unreachable')
    const later = world.reload()
    await world.arrived('win_reached')
    await running(world.reload())
    await running(later)
    await running(world.reload())
    expect(world.taken('win_reached')).toHaveLength(1)
  })
})

/** Lets the clock of the computer be set, so many milliseconds ahead. */
function setClock(byMs: number): void {
  const now = Date.now.bind(Date)
  world.undo(() => Object.assign(Date, { now }))
  Object.assign(Date, { now: () => now() + byMs })
}

describe('a clock that is set while the page is looked at', () => {
  it.each([
    ['a day ahead', 24 * 60 * MINUTE_MS],
    ['a day back', -24 * 60 * MINUTE_MS],
  ])(
    '%s changes no duration, nor the time between an event and its sending',
    async (_how, byMs) => {
      const requests = fakeFetch(world, '/batch')
      const firstwin = world.start({ endpoint: '/batch', now: undefined })
      await running(firstwin)
      setClock(byMs)
      firstwin.track('mail.sent')
      await expect.poll(() => JSON.stringify(requests), PATIENT).toContain('win_reached')
      const batches = requests.map(({ body }) => Object(JSON.parse(body)))
      const events = batches.flatMap(({ sentAt, batch }) =>
        batch.map((one: { timestamp: string }) => ({ ...one, sentAt })),
      )
      const waits = events.map((one) => Date.parse(one.sentAt) - Date.parse(one.timestamp))
      expect(waits.filter((ms) => ms < 0 || ms > MINUTE_MS)).toEqual([])
      const win = events.find(({ event }) => event === 'win_reached')
      expect(win.properties.ttvMs).toBeLessThan(MINUTE_MS)
    },
  )

  it('is taken over when the page is seen again', async () => {
    const requests = fakeFetch(world, '/batch')
    const firstwin = world.start({ endpoint: '/batch', now: undefined })
    await running(firstwin)
    setClock(60 * MINUTE_MS)
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    firstwin.track('mail.sent')
    await expect.poll(() => JSON.stringify(requests), PATIENT).toContain('win_reached')
    const events = requests.flatMap(({ body }) => Object(JSON.parse(body)).batch)
    const win = events.find(({ event }) => event === 'win_reached')
    expect(Date.parse(win.timestamp) - Date.now()).toBeGreaterThan(-MINUTE_MS)
  })
})
