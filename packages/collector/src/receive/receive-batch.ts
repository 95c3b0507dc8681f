import { parseBatch, type EventResult } from '@firstwin/schema'
import { json, refuse, type HeaderList, type Problem } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import { correctTime } from './correct-time.ts'
import { corsHeaders } from './cors.ts'
import { isAllowed, type Origins } from './origin.ts'
import type { RateLimit } from './rate-limit.ts'
import { readBody } from './read-body.ts'

/** A product's public key, which may write and never read, and the pages that may use it. */
export interface WriteKey {
  readonly key: string
  readonly origins: Origins
}

export interface ReceiveOptions {
  store: EventStore
  keys: readonly WriteKey[]
  limit: RateLimit
  now: () => number
  /** Called with the new events of a batch, once they are on disk. */
  onStored: (events: readonly DatedEvent[]) => void
  log: (line: string) => void
}

interface Judged {
  readonly events: readonly DatedEvent[]
  readonly rejected: readonly Extract<EventResult, { ok: false }>[]
}

type Read = { ok: true; judged: Judged } | { ok: false; problem: Problem }

/** Answers `POST /v1/batch`: with 200 only when the events are on disk. */
export async function receiveBatch(request: Request, options: ReceiveOptions): Promise<Response> {
  const origin = readableOrigin(request, options.keys)
  const headers = corsHeaders(origin)
  const read = await readBatch(request, options)
  if (!read.ok) {
    const { problem } = read
    const mayRead = problem.code === 'origin' ? corsHeaders(undefined) : headers
    return refuse({ ...problem, headers: { ...mayRead, ...problem.headers } })
  }
  return keep(read.judged, options, headers)
}

/** The request's origin if any key allows it: its page may read why a batch was refused. */
export function readableOrigin(request: Request, keys: readonly WriteKey[]): string | undefined {
  const origin = request.headers.get('origin') ?? undefined
  if (origin === undefined) return undefined
  return keys.some(({ origins }) => isAllowed(origin, origins)) ? origin : undefined
}

async function readBatch(request: Request, options: ReceiveOptions): Promise<Read> {
  const body = await readBody(request)
  if (!body.ok) return body
  const parsed = parseBatch(body.value)
  if (!parsed.ok) {
    const status = parsed.code === 'too-many-events' ? 413 : 400
    return { ok: false, problem: { status, code: parsed.code, message: parsed.message } }
  }
  const problem = forbidden(request, parsed.writeKey, options)
  if (problem) return { ok: false, problem }
  return { ok: true, judged: judge(parsed, options.now()) }
}

function forbidden(request: Request, writeKey: string, options: ReceiveOptions) {
  const known = options.keys.find(({ key }) => key === writeKey)
  if (!known) {
    return refusal(401, 'write-key', 'The write key is unknown. Compare it with the collector’s.')
  }
  const origin = request.headers.get('origin')
  if (origin !== null && !isAllowed(origin, known.origins)) {
    return refusal(403, 'origin', `Pages of ${origin} may not use this key. Add it to its origins.`)
  }
  const seconds = options.limit(writeKey)
  if (seconds === 0) return undefined
  const headers = { 'retry-after': String(seconds) }
  return {
    ...refusal(429, 'too-many-requests', 'Too many batches at once. Try again later.'),
    headers,
  }
}

function refusal(status: number, code: string, message: string): Problem {
  return { status, code, message }
}

function judge(
  parsed: { writeKey: string; sentAt: string; events: readonly EventResult[] },
  receivedAt: number,
): Judged {
  const { writeKey } = parsed
  const sentAt = Date.parse(parsed.sentAt)
  const events = parsed.events.flatMap((result): DatedEvent[] => {
    if (!result.ok) return []
    const { event } = result
    const at = correctTime({ timestamp: Date.parse(event.timestamp), sentAt, receivedAt })
    return [{ writeKey, event, at, sentAt, receivedAt, bot: false }]
  })
  return { events, rejected: parsed.events.filter((result) => !result.ok) }
}

async function keep(judged: Judged, options: ReceiveOptions, headers: HeaderList) {
  const { events, rejected } = judged
  try {
    const isNew = events.length > 0 ? await options.store.append(events) : []
    const stored = events.filter((_, index) => isNew[index])
    options.onStored(stored)
    const reasons = rejected.map(({ index, code, message }) => ({ index, code, message }))
    const duplicates = events.length - stored.length
    return json({ accepted: stored.length, duplicates, rejected: reasons }, 200, headers)
  } catch (error) {
    options.log(reasonOf(error))
    return refuse(unavailable('The events could not be written. Send them again later.', headers))
  }
}

/** What a collector says that cannot keep events now. The sender keeps them, and comes back. */
export function unavailable(message: string, headers: HeaderList = {}): Problem {
  return { status: 503, code: 'unavailable', message, headers: { 'retry-after': '5', ...headers } }
}
