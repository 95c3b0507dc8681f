import { refuse } from '../answer.ts'
import type { WinEntry } from '../results/latest-wins.ts'

/** Proxies close a silent connection after a minute or so. */
const HEARTBEAT_MS = 15_000
/** Of a product: each one holds a connection. More than a team has are a mistake or an attack. */
const MAX_LISTENERS = 100
const RETRY_MS = 3_000

/** Which wins somebody listens to. */
export interface LiveTopic {
  readonly writeKey: string
  readonly journey: string
}

export interface LiveWins {
  /** A response that stays open and says each win as it comes in, as server-sent events. */
  listen: (topic: LiveTopic) => Response
  /** What is being listened to, each topic once. */
  topics: () => readonly LiveTopic[]
  publish: (topic: LiveTopic, win: WinEntry) => void
  /** Ends all of them. */
  close: () => void
}

interface Listener extends LiveTopic {
  readonly write: (text: string) => void
  readonly end: () => void
}

/** `every` repeats something until the function that it returns is called. */
export function createLiveWins(every: (ms: number, beat: () => void) => () => void): LiveWins {
  const listeners = new Set<Listener>()

  return {
    listen(topic) {
      const own = [...listeners].filter(({ writeKey }) => writeKey === topic.writeKey)
      if (own.length >= MAX_LISTENERS) return tooMany()
      return eventStream(openStream(topic, listeners, every))
    },
    topics: () => [
      ...new Map([...listeners].map((one) => [`${one.writeKey} ${one.journey}`, one])).values(),
    ],
    publish({ writeKey, journey }, win) {
      for (const listener of listeners) {
        if (listener.writeKey !== writeKey || listener.journey !== journey) continue
        listener.write(`event: win\nid: ${win.id}\ndata: ${JSON.stringify(win)}\n\n`)
      }
    },
    close() {
      for (const listener of listeners) listener.end()
    },
  }
}

function openStream(
  topic: LiveTopic,
  listeners: Set<Listener>,
  every: (ms: number, beat: () => void) => () => void,
): ReadableStream<Uint8Array> {
  let leave = (): void => undefined
  return new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder()
      const write = (text: string): void => controller.enqueue(encoder.encode(text))
      const stopBeating = every(HEARTBEAT_MS, () => write(': still here\n\n'))
      leave = () => {
        stopBeating()
        listeners.delete(listener)
      }
      const end = (): void => {
        leave()
        controller.close()
      }
      const listener = { ...topic, write, end }
      listeners.add(listener)
      write(`retry: ${RETRY_MS}\n\n`)
    },
    cancel: () => leave(),
  })
}

function eventStream(stream: ReadableStream<Uint8Array>): Response {
  return new Response(stream, {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    },
  })
}

function tooMany(): Response {
  return refuse({
    status: 503,
    code: 'too-many-listeners',
    message: 'Too many screens are open. Close some.',
    headers: { 'retry-after': '30' },
  })
}
