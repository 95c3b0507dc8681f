import { describe, expect, it } from 'vitest'
import { storedUnder } from '../test/dump-storage.ts'
import { fakeFetch } from '../test/fake-fetch.ts'
import { PATIENT, useWorld } from '../test/use-world.ts'

const world = useWorld()

function fail(): never {
  throw new Error('broken on purpose')
}

/** Puts something else in place of what the browser has, until the test is over. */
function put(owner: object, name: string, value: unknown): void {
  const original = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { configurable: true, writable: true, value })
  world.undo(() => {
    if (original) Object.defineProperty(owner, name, original)
    else Reflect.deleteProperty(owner, name)
  })
}

const FAULTS: Record<string, () => void> = {
  'writes to storage': () => put(Storage.prototype, 'setItem', fail),
  'reads from storage': () => put(Storage.prototype, 'getItem', fail),
  'removes from storage': () => put(Storage.prototype, 'removeItem', fail),
  'asks for a lock': () => put(navigator.locks, 'request', fail),
  'waits for a time-out': () => put(AbortSignal, 'timeout', fail),
  'counts bytes': () => put(TextEncoder.prototype, 'encode', fail),
  'writes JSON': () => put(JSON, 'stringify', fail),
  'asks whether it is online': () =>
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: fail }),
}

describe('T29 whatever fails in what we deliver with', () => {
  it.each(Object.keys(FAULTS))(
    'the host hears nothing of it where the browser %s',
    async (name) => {
      world.undo(() => Reflect.deleteProperty(navigator, 'onLine'))
      const firstwin = world.start({ endpoint: 'http://localhost:1/none', forwardTracked: true })
      firstwin.track('preview.opened')
      FAULTS[name]?.()
      firstwin.track('mail.sent')
      firstwin.identify('u_1', { plan: 'trial' })
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      await world.pass(15_000)
      // The world looks for errors of the page after each test.
      expect(() => firstwin.track('preview.opened')).not.toThrow()
    },
  )

  it.each([
    ['is blocked from the start', undefined],
    ['is full', 'full'],
  ])('sends all the same where storage %s', async (_what, kind) => {
    const requests = fakeFetch(world, '/batch')
    put(Storage.prototype, 'setItem', () => {
      throw new DOMException('no', kind ? 'QuotaExceededError' : 'SecurityError')
    })
    world.start({ endpoint: '/batch' }).track('mail.sent')
    await expect.poll(() => JSON.stringify(requests), PATIENT).toContain('win_reached')
  })

  it('goes another way where the host broke fetch, and comes back to the first', async () => {
    const asked: string[] = []
    put(globalThis, 'fetch', () => fail())
    put(
      XMLHttpRequest.prototype,
      'open',
      function open(this: XMLHttpRequest, _: string, url: string) {
        asked.push(url)
        Object.defineProperties(this, {
          status: { value: 200 },
          responseText: { value: '{"accepted":1}' },
          responseURL: { value: new URL(url, document.baseURI).href },
        })
      },
    )
    put(XMLHttpRequest.prototype, 'setRequestHeader', () => {})
    put(XMLHttpRequest.prototype, 'send', function send(this: XMLHttpRequest) {
      queueMicrotask(() => this.dispatchEvent(new Event('load')))
    })
    world.start({ endpoint: '/batch' }).track('mail.sent')
    await world.pass(15_000)
    await expect.poll(() => asked, PATIENT).toContain('/batch')
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
  })
})

describe('the page of a captive portal', () => {
  it('is no yes: what waits goes on waiting', async () => {
    let isOpen = false
    const bodies: unknown[] = []
    const original = globalThis.fetch
    put(globalThis, 'fetch', async (...asked: Parameters<typeof fetch>) => {
      if (asked[0] !== '/batch') return await original(...asked)
      bodies.push(asked[1]?.body)
      return new Response(isOpen ? '{"accepted":1}' : '<!doctype html><h1>Free Wi-Fi</h1>')
    })
    world.start({ endpoint: '/batch' }).track('mail.sent')
    await expect.poll(() => bodies.length, PATIENT).toBeGreaterThan(1)
    expect(storedUnder('fw:q:').length).toBeGreaterThan(2)
    isOpen = true
    window.dispatchEvent(new Event('online'))
    await expect.poll(() => storedUnder('fw:q:'), PATIENT).toEqual([])
  })
})
