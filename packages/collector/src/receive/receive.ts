import { jsonReply, refusal, type HeaderList, type Problem, type Reply } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import type { Identity } from '../identity/create-identity.ts'
import { createQuietLog, cutKey, type Log } from '../operate/log.ts'
import { droppedIn, type Metrics } from '../operate/metrics.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import type { Admit } from './admit.ts'
import type { CapNames } from './cap-names.ts'
import { corsHeaders, preflight, readableOrigin } from './cors.ts'
import { decode, typeProblem } from './decode.ts'
import type { Form } from './forms.ts'
import { givenKey } from './given-key.ts'
import type { Incoming } from './incoming.ts'
import { judgeEvents, type Judged } from './judge-events.ts'
import type { Limits } from './limits.ts'
import { readBody } from './read-body.ts'
import { toEnvelope, type Envelope } from './to-envelope.ts'
import type { Stay, WaitingRoom } from './waiting-room.ts'
import type { Sender, WriteKey } from './write-key.ts'

export interface ReceiveOptions {
  readonly store: EventStore
  readonly keys: readonly WriteKey[]
  readonly limits: Limits
  readonly admit: Admit
  readonly identity: Identity
  readonly capNames: CapNames
  readonly isBot: (userAgent: string) => boolean
  readonly room: WaitingRoom
  readonly metrics: Metrics
  /** Ms since 1970. */
  readonly now: () => number
  /** Called with the new events of a batch, once they are on disk. */
  readonly onStored: (events: readonly DatedEvent[]) => void
  readonly log: Log
}

/** Answers a request that brings events: with 200 only when they are on disk. Never rejects. */
export type Receive = (incoming: Incoming, form: Form) => Promise<Reply>

export function createReceive(options: ReceiveOptions): Receive {
  const { keys, room, metrics, now } = options
  const say = createQuietLog(options.log, now)

  function refused(problem: Problem, cors: HeaderList): Reply {
    const { code, status } = problem
    metrics.refused(code)
    // What it says may hold words of the sender.
    const message = 'Requests with events are refused.'
    say(code, { level: 'warn', event: 'request-refused', message, fields: { code, status } })
    return refusal({ ...problem, headers: { ...cors, ...problem.headers } })
  }

  return async (incoming, form) => {
    const origin = readableOrigin(incoming.header('origin'), keys)
    if (incoming.method === 'OPTIONS') return preflight(origin)
    const cors = corsHeaders(origin)
    if (incoming.method !== 'POST') return refused(ONLY_POST, cors)
    const stay = room.stay()
    try {
      const read = await readEvents({ incoming, form, stay }, options)
      if (read.ok) return await keep(read, stay, { ...cors, ...read.headers })
      // A page that may not use this key learns nothing, though another key would let it read.
      return refused(read.problem, read.problem.code === 'origin' ? corsHeaders(undefined) : cors)
    } finally {
      stay.leave()
    }
  }

  async function keep({ judged, sender }: Read, stay: Stay, headers: HeaderList): Promise<Reply> {
    const { events, rejected } = judged
    const full = stay.takeEvents(events.length)
    if (full) return refused(full, headers)
    for (const { code } of rejected) metrics.rejected(code)
    try {
      const stored = await store(events, options)
      options.onStored(stored)
      const duplicates = events.length - stored.length
      return jsonReply({ accepted: stored.length, duplicates, rejected }, 200, headers)
    } catch (error) {
      const fields = { key: cutKey(sender.product.key), events: events.length }
      const message = reasonOf(error)
      say('store', { level: 'error', event: 'store-failed', message, fields })
      metrics.refused('unavailable')
      const problem = unavailable(CANNOT_WRITE)
      return refusal({ ...problem, headers: { ...headers, ...problem.headers } })
    }
  }
}

const CANNOT_WRITE = 'The events could not be written. Send them again later.'
const ONLY_POST: Problem = {
  status: 405,
  code: 'method',
  message: 'Only POST is known here.',
  headers: { allow: 'POST' },
}

interface Read {
  ok: true
  sender: Sender
  judged: Judged
  headers: HeaderList
}

interface Asked {
  readonly incoming: Incoming
  readonly form: Form
  readonly stay: Stay
}

async function readEvents(asked: Asked, options: ReceiveOptions): Promise<Read | Refused> {
  const found = await findEnvelope(asked, options)
  if (!found.ok) return found
  const { incoming } = asked
  const shown = givenKey(incoming.header('authorization'))
  const admission = options.admit(incoming, found.envelope.writeKey, shown)
  if (!admission.ok) {
    if (admission.bucket) options.metrics.rateLimited(admission.bucket)
    return admission
  }
  const { sender, headers } = admission
  return { ok: true, sender, headers, judged: await judge(found, { ...asked, sender }, options) }
}

interface Found {
  ok: true
  envelope: Envelope
  receivedAt: number
}

interface Refused {
  ok: false
  problem: Problem
}

async function findEnvelope(
  { incoming, form, stay }: Asked,
  { limits, now }: ReceiveOptions,
): Promise<Found | Refused> {
  const problem = typeProblem(incoming)
  if (problem) return { ok: false, problem }
  const body = await readBody(incoming, limits, stay)
  if (!body.ok) return body
  const receivedAt = now()
  const [parsed, read] = decode(incoming, body.text, form)
  if (!parsed.ok) return parsed
  const key = givenKey(incoming.header('authorization'))
  const context = { form: read, key, receivedAt, maxEvents: limits.maxEvents }
  const outcome = toEnvelope(parsed.value, context)
  return outcome.ok ? { ...outcome, receivedAt } : outcome
}

async function judge(
  { envelope, receivedAt }: Found,
  { incoming, sender }: Asked & { sender: Sender },
  { identity, capNames, isBot }: ReceiveOptions,
): Promise<Judged> {
  const { sentAt, token, events } = envelope
  const writeKey = sender.product.key
  const believed = sender.trusted || identity.mode(writeKey) === 'off'
  const claim = believed ? () => 'proven' as const : await identity.judge(writeKey, token)
  const bot = !sender.trusted && isBot(incoming.header('user-agent') ?? '')
  return judgeEvents(events, { writeKey, sentAt, receivedAt, bot, claim, capNames })
}

/** The events that were new, once they are on disk. */
async function store(events: readonly DatedEvent[], options: ReceiveOptions) {
  const { metrics } = options
  if (events.length === 0) return []
  const begun = performance.now()
  const isNew = await options.store.append(events)
  metrics.committed((performance.now() - begun) / 1_000)
  const stored = events.filter((_, index) => isNew[index])
  metrics.accepted(stored.length)
  metrics.duplicates(events.length - stored.length)
  metrics.bots(stored.filter(({ bot }) => bot).length)
  metrics.lost(droppedIn(stored.map(({ event }) => event)))
  return stored
}

/** What a collector says that cannot keep events now. The sender keeps them, and comes back. */
export function unavailable(message: string): Problem {
  return { status: 503, code: 'unavailable', message, headers: { 'retry-after': '5' } }
}
