import type { ReportName } from '@firstwin/schema'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import { bundledChunks } from '../src/chunks.ts'
import { init, type Firstwin, type InitOptions, type WireEvent } from '../src/index.ts'
import { createEndpoint, type FakeEndpoint } from './create-endpoint.ts'
import { createHostPage, type HostPage } from './create-host-page.ts'
import { recordConsole, type ConsoleRecord } from './record-console.ts'
import { smallJourney } from './small-journey.ts'

/** When the tests begin, by the clock of the host. */
export const START = Date.parse('2026-11-22T03:00:00.000Z')

export interface World {
  host: HostPage
  console: ConsoleRecord
  endpoint: FakeEndpoint
  /** The clock of the host. Tests move it. */
  now: number
  /** Starts Firstwin with the small journey, the fake endpoint and the clock, unless told otherwise. */
  start: (options?: Partial<InitOptions>) => Firstwin
  /** As `start`, after everything that was started before is gone from the page: a reload. */
  reload: (options?: Partial<InitOptions>) => Firstwin
  /** What the endpoint has of one name; of all reports without it. */
  taken: (name?: string) => WireEvent[]
  /** Waits until the endpoint has so many of one name, and returns them. */
  arrived: (name: string, count?: number) => Promise<WireEvent[]>
  /** Waits until the console names this, and returns the lines that do. */
  told: (word: string) => Promise<string[]>
  /** Lets so many milliseconds pass for timers. */
  pass: (ms: number) => Promise<unknown>
  /** Undoes it at the end of the test. */
  undo: (end: () => void) => void
}

/**
 * For tests: a page with a host, a console that is read, an endpoint, a clock, and empty storage. After
 * each test nothing of ours is on the page, and the host has seen no error.
 */
export function useWorld(): World {
  const started = new Set<Firstwin>()
  const ends: (() => void)[] = []

  function stopAll(): void {
    for (const one of started) one.stop()
    started.clear()
  }

  const world: World = {
    ...createFakes(),
    start(options = {}) {
      const { take: endpoint } = world.endpoint
      const own = { journey: smallJourney(), endpoint, now: () => world.now, key: 'pk_test' }
      const firstwin = init({ ...own, ...options })
      started.add(firstwin)
      return firstwin
    },
    reload(options) {
      stopAll()
      return world.start(options)
    },
    taken(name) {
      return world.endpoint.taken.filter((one) => !name || (one.event ?? one.type) === name)
    },
    async arrived(name, count = 1) {
      await expect.poll(() => world.taken(name).length, PATIENT).toBeGreaterThanOrEqual(count)
      return world.taken(name)
    },
    async told(word) {
      await expect.poll(() => world.console.about(word).length, PATIENT).toBeGreaterThan(0)
      return world.console.about(word)
    },
    pass: (ms) => vi.advanceTimersByTimeAsync(ms),
    undo: (end) => void ends.push(end),
  }

  // Fetched once, so that no test waits for another's.
  beforeAll(fetchChunks)

  beforeEach(() => {
    localStorage.clear()
    sessionStorage.clear()
    // They run as fast as real ones, but can be skipped, and end with the test.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    Object.assign(world, createFakes(), { host: createHostPage(), console: recordConsole() })
  })

  afterEach(async () => {
    stopAll()
    // What was being fetched when it was stopped sends what waits: not what the next test keeps.
    for (let round = 0; round < 3; round += 1) await fetchChunks()
    vi.useRealTimers()
    for (const end of ends.splice(0).toReversed()) end()
    world.console.stop()
    const { errors } = world.host
    world.host.remove()
    expect(document.querySelector('firstwin-root')).toBeNull()
    expect(errors).toEqual([])
  })

  return world
}

function fetchChunks(): Promise<unknown> {
  return Promise.all(Object.values(bundledChunks).map((fetchChunk) => fetchChunk()))
}

/** On a busy machine. */
export const PATIENT = { timeout: 8000, interval: 20 }

/** Waits until the journey runs. */
export async function running(firstwin: Firstwin): Promise<void> {
  await expect.poll(() => firstwin.progress.get(), PATIENT).toBeDefined()
}

/** Waits until so many tasks are done. */
export async function isDone(firstwin: Firstwin, tasks: number): Promise<void> {
  await expect.poll(() => firstwin.progress.get()?.path?.done, PATIENT).toBe(tasks)
}

/** Waits for the first report of this name, from the call on. */
export function heard(firstwin: Firstwin, name: ReportName): Promise<object> {
  return new Promise((resolve) => {
    firstwin.on(name, resolve)
  })
}

function createFakes() {
  const nobody = { lines: [], about: () => [], stop() {} }
  const host: HostPage = {
    errors: [],
    clicks: () => 0,
    button: document.createElement('button'),
    isAsBefore: () => true,
    remove() {},
  }
  return { endpoint: createEndpoint(), now: START, host, console: nobody }
}
