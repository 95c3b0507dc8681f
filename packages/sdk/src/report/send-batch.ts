import { byteLength } from './byte-length.ts'
import { serverWaitMs } from './server-wait.ts'
import type { WireEvent } from './wire-event.ts'

/**
 * What became of a batch. `refused`: sending it again would not help; `size`: fewer events may pass;
 * `denied`: the key or the page is not allowed; a number: not now, and not before so many milliseconds
 * (0: the server named no time, or there was no answer).
 */
export type Outcome = 'accepted' | 'refused' | 'size' | 'denied' | number

/** Never rejects: a failed request is an outcome. */
export type Send = (events: readonly WireEvent[]) => Promise<Outcome>

/** A URL, or the host's own way: resolves once the events are kept, rejects to be asked again. */
export type Endpoint = string | ((events: readonly WireEvent[]) => Promise<unknown>)

export interface SendOptions {
  endpoint: Endpoint
  /** The public write key, sent in the body. @default '' */
  key: string | undefined
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** Milliseconds since 1970. */
  now: () => number
  /** A signal that aborts after so many milliseconds. @default AbortSignal.timeout */
  timeout?: (ms: number) => AbortSignal
}

const TIMEOUT_MS = 10_000
/** Browsers allow 64 KiB in all keepalive requests under way together, the host's too. */
const KEEPALIVE_BYTES = 56 * 1024

/**
 * Makes the function that gives one batch to the endpoint. The request is a simple one (no preflight)
 * and outlives the page where the browser has room for that.
 */
export function createSend(options: SendOptions): Send {
  const { endpoint, fetch, now, timeout = (ms) => AbortSignal.timeout(ms) } = options
  let openBytes = 0

  async function call(events: readonly WireEvent[], signal: AbortSignal): Promise<Outcome> {
    if (typeof endpoint !== 'string') {
      await endpoint(events)
      return 'accepted'
    }
    const body = toBody(events, options)
    const bytes = byteLength(body)
    const keepalive = openBytes + bytes <= KEEPALIVE_BYTES
    openBytes += keepalive ? bytes : 0
    try {
      const headers = { 'content-type': 'text/plain;charset=UTF-8' }
      const init = {
        method: 'POST',
        credentials: 'omit',
        headers,
        body,
        keepalive,
        signal,
      } as const
      return toOutcome(await fetch(endpoint, init), now())
    } finally {
      openBytes -= keepalive ? bytes : 0
    }
  }

  return async (events) => {
    try {
      const signal = timeout(TIMEOUT_MS)
      // A race, because a fetch that the host has patched may never settle, whatever the signal says.
      return await Promise.race([call(events, signal), outOfTime(signal)])
    } catch {
      return 0
    }
  }
}

/** Joined from texts: where a library of the host gave arrays a `toJSON`, ours stay arrays. */
function toBody(events: readonly WireEvent[], { key = '', now }: SendOptions): string {
  const batch = events.map((event) => JSON.stringify(event)).join()
  const sentAt = new Date(now()).toISOString()
  return `{"writeKey":${JSON.stringify(key)},"sentAt":"${sentAt}","batch":[${batch}]}`
}

function toOutcome({ ok, status, headers }: Response, now: number): Outcome {
  if (ok) return 'accepted'
  if (status === 413) return 'size'
  if (status === 401 || status === 403) return 'denied'
  if (status > 499 || [408, 425, 429].includes(status)) {
    return serverWaitMs(headers.get('retry-after'), now)
  }
  return 'refused'
}

function outOfTime(signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(0))
  })
}
