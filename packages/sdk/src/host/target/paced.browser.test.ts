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
    const runSoon = paced({ glance: never, look: () => (runs += 1) }, lifetime.signal)
    for (let i = 0; i < 1000; i += 1) runSoon()
    expect(runs).toBe(0)
    await frame()
    await frame()
    expect(runs).toBe(1)
  })

  it('rests after a slow run, and then runs again', async () => {
    const times: number[] = []
    const slow = (): void => {
      const from = performance.now()
      times.push(from)
      while (performance.now() - from < 5);
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

  it('does not look where a glance is enough', async () => {
    let runs = 0
    paced({ glance: () => true, look: () => (runs += 1) }, lifetime.signal)()
    await frame()
    await frame()
    expect(runs).toBe(0)
  })

  it('does not run after its lifetime', async () => {
    let runs = 0
    paced({ glance: never, look: () => (runs += 1) }, lifetime.signal)()
    lifetime.abort()
    await frame()
    await frame()
    expect(runs).toBe(0)
  })
})
