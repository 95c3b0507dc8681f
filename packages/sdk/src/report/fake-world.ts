import { createQueue, type Queue, type QueueOptions } from './event-queue.ts'
import { keepEvent } from './keep-event.ts'
import type { TextStore } from './text-store.ts'
import type { Answer, Outcome } from './endpoint.ts'
import { createPlainQueue } from './plain-queue.ts'
import { readAnswer } from './read-answer.ts'
import { NOTHING_HEARD } from './send-batch.ts'
import { uuid7 } from './uuid7.ts'
import type { WireEvent } from './wire-event.ts'

export const START = Date.UTC(2026, 10, 22)
export const HOUR_MS = 3_600_000

/**
 * What happens to one request. `ack-lost`: stored, but the page never hears of it; `crowded`: too
 * large, unless it is one event; a number: not before so many milliseconds; `silence`: no answer.
 */
export type Fault = 'ok' | 'ack-lost' | 'never' | 'crowded' | 'silence' | Plain | number

type Plain = 'refused' | 'size' | 'denied' | 'token'

interface WorldOptions extends Pick<QueueOptions, 'mayGo'> {
  hasLocks?: boolean
  /** Pages begin with the queue that knows only yes. `alone`: the rest cannot be fetched. */
  plain?: 'helped' | 'alone' | undefined
}

/** For tests: a device with storage, a clock and pages, and a collector that fails as it is told. */
export function createWorld(faults: Fault[] = [], options: WorldOptions = {}) {
  const { hasLocks = true, plain, ...own } = options
  const clock = createClock()
  /** What the host does when a request leaves its page. */
  const host = { onRequest: (): void => {}, isOnline: true, isGranted: true }
  const collector = createCollector(faults)
  const storage = createStorage()
  let sequence = 0
  let holder: object | undefined

  /** Opens a page. When it is closed, the browser frees its lock, and nothing in it runs any more. */
  function open(): { queue: Queue & { push: (event: WireEvent) => void }; close: () => void } {
    const page = { isGone: false }
    const ports: QueueOptions = {
      ...own,
      storage,
      now: clock.now,
      random: () => 0.5,
      isGranted: () => host.isGranted,
      isOnline: () => host.isOnline,
      send: (events) => {
        host.onRequest()
        return collector.collect(events, page)
      },
      schedule: (run, delayMs) => clock.schedule(() => void (page.isGone || run()), delayMs),
      async lock(run) {
        if (holder && hasLocks) return
        holder = page
        await run()
        if (holder === page) holder = undefined
      },
    }
    const queue = plain ? openPlain(ports, plain) : createQueue(ports)
    const close = (): void => {
      page.isGone = true
      if (holder === page) holder = undefined
    }
    function push(one: WireEvent): void {
      keepEvent(storage, one, false)
      queue.notice()
    }
    return { queue: { ...queue, push }, close }
  }

  function event(name = 'step_viewed', properties: object = {}): WireEvent {
    sequence += 1
    return {
      type: 'track',
      messageId: uuid7(clock.now(), sequence),
      event: name,
      anonymousId: 'a',
      userId: undefined,
      timestamp: new Date(clock.now()).toISOString(),
      properties: { ...properties, sequence },
      context: {},
    }
  }

  const { requests, stored } = collector
  const waiting = (): number => storage.keys('fw:q:').length
  const order = (): unknown[] =>
    [...stored.values()].map(({ properties }) => properties['sequence'])
  const pass = (ms: number): Promise<void> => clock.pass(ms)
  return { collector, open, pass, event, host, storage, requests, stored, waiting, order, faults }
}

/** Outcomes become answers, and are read again by whoever takes over. */
function openPlain(ports: QueueOptions, plain: 'helped' | 'alone'): Queue {
  return createPlainQueue({
    ...ports,
    isOdd: () => ports.storage.keys('fw:').some((key) => !key.startsWith('fw:q:')),
    async give(events) {
      const outcome = await ports.send(events, false)
      if (outcome.is === 'later' && outcome.silent) throw new TypeError('Failed to fetch')
      return toAnswer(outcome)
    },
    async fetchMore() {
      if (plain === 'alone') throw new TypeError('Failed to fetch')
      return (keys, answer) => {
        const queue = createQueue(ports)
        const outcome = answer ? readAnswer(answer, ports.now()) : NOTHING_HEARD
        if (keys[0]) queue.learn({ keys, dropped: {} }, outcome)
        else queue.flush()
        return queue
      }
    },
  })
}

const STATUS = { refused: 400, size: 413, denied: 403, token: 401, later: 503, invalid: 400 }

function toAnswer(outcome: Outcome): Answer {
  const isYes = outcome.is === 'accepted'
  const rejected = Array.from({ length: (isYes && outcome.rejected) || 0 }, () => 0)
  const wait = outcome.is === 'later' && outcome.waitMs ? String(outcome.waitMs / 1000) : null
  return {
    status: isYes ? 200 : STATUS[outcome.is],
    headers: { get: () => wait },
    text: isYes ? JSON.stringify({ rejected }) : '',
    redirected: false,
  }
}

function createCollector(faults: Fault[]) {
  const requests: (readonly WireEvent[])[] = []
  const stored = new Map<string, WireEvent>()

  function nextFault(size: number): Fault {
    const fault = faults.shift() ?? 'ok'
    if (fault === 'crowded') return size > 1 ? 'size' : 'ok'
    return fault
  }

  async function collect(
    events: readonly WireEvent[],
    page: { readonly isGone: boolean },
  ): Promise<Outcome> {
    requests.push(events)
    const fault = nextFault(events.length)
    if (fault === 'ok' || fault === 'ack-lost') {
      for (const each of events) {
        if (!stored.has(each.messageId)) stored.set(each.messageId, each)
      }
    }
    await Promise.resolve()
    if (fault === 'never' || page.isGone) return await new Promise(() => {})
    return fault === 'ok' ? collector.answer(events) : toOutcome(fault)
  }

  const collector = { requests, stored, collect, answer: accept }
  return collector
}

function accept(_events: readonly WireEvent[]): Outcome {
  return { is: 'accepted' }
}

function toOutcome(fault: Fault): Outcome {
  if (typeof fault === 'number') return { is: 'later', waitMs: fault }
  if (fault === 'ok') return accept([])
  const isUnheard = fault === 'ack-lost' || fault === 'silence'
  if (isUnheard || fault === 'crowded' || fault === 'never') {
    return { is: 'later', waitMs: 0, silent: isUnheard }
  }
  return { is: fault }
}

function createClock() {
  const timers = new Set<{ at: number; run: () => void }>()
  let now = START

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  }

  return {
    now: () => now,
    schedule(run: () => void, delayMs: number) {
      const timer = { at: now + delayMs, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    /** Lets time pass, timer by timer. */
    async pass(ms: number): Promise<void> {
      const end = now + ms
      await settle()
      for (;;) {
        const [next] = [...timers].toSorted((a, b) => a.at - b.at)
        if (!next || next.at > end) break
        timers.delete(next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = end
    },
  }
}

function createStorage(): TextStore {
  const texts = new Map<string, string>()
  return {
    get: (key) => texts.get(key),
    set: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
    keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
  }
}
