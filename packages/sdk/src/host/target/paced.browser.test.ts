import { afterEach, describe, expect, it } from 'vitest'
import { paced } from './paced.ts'

let lifetime = new AbortController()

afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
})

const never = (): boolean => false
const frame = (): Promise<number> => new Promise(requestAnimationFrame)

describe('paced', () => {
  it('runs once a frame, however often it is called', async () => {
    let runs = 0
    const runSoon = paced({ glance: never, look: () => (runs += 1) > 0 }, lifetime.signal)
    for (let i = 0; i < 1000; i += 1) runSoon()
    expect(runs).toBe(0)
    await frame()
    await frame()
    expect(runs).toBe(1)
  })

  it('rests after a slow run, and then runs again', async () => {
    const times: number[] = []
    const slow = (): boolean => {
      const from = performance.now()
      times.push(from)
      while (performance.now() - from < 5);
      return true
    }
    let glances = 0
    const glance = (): boolean => (glances += 1) < 0
    const runSoon = paced({ glance, look: slow }, lifetime.signal)
    while (times.length < 3) {
      runSoon()
      await frame()
    }
    const [first = 0, second = 0, third = 0] = times
    expect(second - first).toBeGreaterThan(100)
    expect(third - second).toBeGreaterThan(100)
    expect(glances).toBeGreaterThan(6)
  })

  it('rests after a slow glance in vain, and glances again by itself', async () => {
    const times: number[] = []
    const slow = (): boolean => {
      const from = performance.now()
      times.push(from)
      while (performance.now() - from < 5);
      return false
    }
    const runSoon = paced({ glance: slow, look: () => true }, lifetime.signal)
    runSoon()
    while (times.length < 1) await frame()
    runSoon()
    await expect.poll(() => times.length).toBe(2)
    const [first = 0, second = 0] = times
    expect(second - first).toBeGreaterThan(100)
  })

  it('rests for long after a very slow look in vain', async () => {
    const times: number[] = []
    const slow = (): boolean => {
      const from = performance.now()
      times.push(from)
      while (performance.now() - from < 40);
      return false
    }
    const runSoon = paced({ glance: never, look: slow }, lifetime.signal)
    while (times.length < 2) {
      runSoon()
      await frame()
    }
    const [first = 0, second = 0] = times
    expect(second - first).toBeGreaterThan(1000)
  })

  it('tells its lifetime, and not the page, of what goes wrong, and runs again', async () => {
    const errors: unknown[] = []
    lifetime.signal.addEventListener('error', ({ error }: Event & { error?: unknown }) => {
      errors.push(error)
    })
    const fault = new Error('a fault')
    const look = (): boolean => {
      throw fault
    }
    const runSoon = paced({ glance: never, look }, lifetime.signal)
    runSoon()
    await frame()
    await frame()
    runSoon()
    await frame()
    await frame()
    expect(errors).toEqual([fault, fault])
  })

  it('does not look where a glance is enough', async () => {
    let runs = 0
    paced({ glance: () => true, look: () => (runs += 1) > 0 }, lifetime.signal)()
    await frame()
    await frame()
    expect(runs).toBe(0)
  })

  it('does not run after its lifetime', async () => {
    let runs = 0
    paced({ glance: never, look: () => (runs += 1) > 0 }, lifetime.signal)()
    lifetime.abort()
    await frame()
    await frame()
    expect(runs).toBe(0)
  })
})
