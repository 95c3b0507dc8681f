import { emptyMemory, restoreMemory, toStored, type Memory } from '@firstwin/engine'
import type { TextStore } from '../report/text-store.ts'
import { createSyncer, type Syncer } from './create-syncer.ts'
import { createExchange } from './exchange.ts'
import { createSyncedMemory, type News } from './synced-memory.ts'

export const SECOND = 1_000
export const START = Date.UTC(2026, 10, 22)
const KEY = 'fw:j:mail-tool:user:u1'

/**
 * What becomes of one request: an answer, none, one that comes after the page has gone on, or nothing
 * ever, whatever its signal says.
 */
export type Fault =
  | 'ok'
  | 'silence'
  | 'never'
  | 'portal'
  | 'ack-lost'
  | readonly [status: number, wait?: string]

interface Asked {
  readonly token: string
  readonly device: string
  readonly part?: unknown
}

/** For tests: devices of one user, a collector between them, and the time. */
export function createDevices() {
  /** Of all devices. */
  const locks = { held: 0 }
  const timers = new Set<{ at: number; run: () => void }>()
  const clock = { now: START }
  const parts = new Map<string, { at: number; part: unknown }>()
  const collector = { faults: [] as Fault[], asked: [] as Asked[], token: 'signed-word' }

  async function fetch(_: string, { body }: RequestInit): Promise<Response> {
    const asked: Asked = JSON.parse(body as string)
    collector.asked.push(asked)
    const fault = collector.faults.shift() ?? 'ok'
    if (fault === 'silence') throw new TypeError('Failed to fetch')
    if (fault === 'never') return await new Promise(() => {})
    if (fault === 'portal') return new Response('<html>Welcome to our hotel</html>')
    if (typeof fault === 'object') {
      const [status, wait] = fault
      return new Response('{}', { status, headers: wait ? { 'retry-after': wait } : {} })
    }
    if (asked.token !== collector.token) return new Response('{}', { status: 401 })
    if (asked.part) parts.set(asked.device, { at: clock.now, part: asked.part })
    if (fault === 'ack-lost') throw new TypeError('Failed to fetch')
    const others = [...parts].filter(([device]) => device !== asked.device)
    return Response.json({ parts: others.map(([device, { at, part }]) => ({ device, at, part })) })
  }

  function open(name: string) {
    const texts = new Map<string, string>()
    const page = {
      isHere: true,
      token: 'signed-word' as string | Promise<string> | undefined,
      answers: [] as News[],
    }
    const store: TextStore = {
      get: (key) => texts.get(key),
      set: (key, text) => void texts.set(key, text),
      remove: (key) => void texts.delete(key),
      keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    }
    let ids = 0
    const memory = createSyncedMemory(KEY, {
      store,
      now: () => clock.now,
      newId: () => `${name}-${(ids += 1)}`,
      windowed: {},
      isNamed: (event) => event === 'sent',
    })
    const syncer: Syncer = createSyncer({
      memory,
      exchange: createExchange({
        place: { url: '/v1/progress', key: 'pk' },
        fetch,
        timeout: () => new AbortController().signal,
        now: () => clock.now,
      }),
      journey: 'mail-tool',
      token: () => page.token,
      mayAsk: () => page.isHere,
      now: () => clock.now,
      random: () => 0.5,
      schedule(run, ms) {
        const timer = { at: clock.now + ms, run }
        timers.add(timer)
        return () => timers.delete(timer)
      },
      async lock(run) {
        locks.held += 1
        await run()
        locks.held -= 1
      },
      onAnswer: (news) => void page.answers.push(news),
    })
    return {
      syncer,
      page,
      store,
      memory: (): Memory => restoreMemory(store.get(KEY), clock.now),
      /** As the rules do it in a turn. */
      change(known: Partial<Memory>) {
        const before = store.get(KEY)
        const memoryNow = before === undefined ? emptyMemory(clock.now) : restoreMemory(before, 0)
        store.set(KEY, toStored({ ...memoryNow, ...known }))
      },
      forget: () => store.remove(KEY),
    }
  }

  /** Lets so much time go by, and everything happen that is due by then. */
  async function pass(ms: number): Promise<void> {
    const end = clock.now + ms
    for (let next = await due(end); next; next = await due(end)) {
      timers.delete(next)
      clock.now = Math.max(clock.now, next.at)
      next.run()
    }
    clock.now = end
  }

  async function due(end: number) {
    await settle()
    return [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0]
  }

  return { clock, collector, locks, open, pass }
}

/** Until promises that wait for nothing but each other are through. */
async function settle(): Promise<void> {
  for (let i = 0; i < 30; i += 1) await Promise.resolve()
}

export const sent = (count: number) => ({ events: { sent: { count, times: [] } } })

/** A phone and a laptop, each of which has heard of the other. */
export async function aPair() {
  const world = createDevices()
  const [phone, laptop] = [world.open('phone'), world.open('laptop')]
  for (const one of [phone, laptop]) {
    one.change({})
    one.syncer.ask()
    await world.pass(4 * SECOND)
  }
  return { ...world, phone, laptop }
}
