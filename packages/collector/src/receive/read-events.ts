import type { HeaderList } from '../answer.ts'
import type { Claims, Identity } from '../identity/create-identity.ts'
import type { Admit } from './admit.ts'
import type { CapNames } from './cap-names.ts'
import type { Refused } from './create-door.ts'
import { decode, typeProblem } from './decode.ts'
import type { Form } from './forms.ts'
import { givenKey } from './given-key.ts'
import type { Incoming } from './incoming.ts'
import { judgeEvents, type Judged } from './judge-events.ts'
import type { Limits } from './limits.ts'
import { prove } from './prove.ts'
import { readBody } from './read-body.ts'
import { toEnvelope, type Envelope } from './to-envelope.ts'
import type { Tolerance } from './create-tolerance.ts'
import type { Stay } from './waiting-room.ts'
import type { Sender } from './write-key.ts'

export interface ReadEventsOptions {
  readonly limits: Limits
  readonly admit: Admit
  readonly tolerance: Tolerance
  readonly identity: Identity
  readonly capNames: CapNames
  readonly isBot: (userAgent: string) => boolean
  /** Ms since 1970. */
  readonly now: () => number
}

export interface Asked {
  readonly incoming: Incoming
  readonly form: Form
  readonly stay: Stay
}

/** The events of a request, each of them judged, and what its answer says of limits. */
export interface Read {
  readonly ok: true
  readonly sender: Sender
  readonly judged: Judged
  readonly headers: HeaderList
}

/**
 * Reads a request as far as it may be believed: its form, its size, who sends it and how often, who
 * its users are, and then each event. The first of these that is wrong ends it.
 */
export async function readEvents(
  asked: Asked,
  options: ReadEventsOptions,
): Promise<Read | Refused> {
  const { incoming } = asked
  const { admit, tolerance } = options
  const shown = givenKey(incoming.header('authorization'))
  const tooMuch = tolerance.check(incoming, shown)
  if (tooMuch) return tooMuch
  const found = await findEnvelope(asked, options)
  const admission = found.ok ? admit(incoming, found.envelope.writeKey, shown) : found
  if (!admission.ok) tolerance.charge(incoming, found.bytes)
  if (!found.ok) return found
  if (!admission.ok) return admission
  const { sender, headers } = admission
  const proof = await prove(found.envelope, sender, options.identity)
  if (!proof.ok) return proof
  const judged = judge(found, { ...asked, sender, claims: proof.claims }, options)
  return { ok: true, sender, headers, judged }
}

interface Found {
  ok: true
  envelope: Envelope
  receivedAt: number
  bytes: number
}

/** `bytes` is how much of it was looked at until that was known: see `Body`. */
interface NotFound extends Refused {
  readonly bytes: number
}

async function findEnvelope(
  { incoming, form, stay }: Asked,
  { limits, now }: ReadEventsOptions,
): Promise<Found | NotFound> {
  const problem = typeProblem(incoming)
  if (problem) return { ok: false, problem, bytes: 0 }
  const body = await readBody(incoming, limits, stay)
  if (!body.ok) return body
  const receivedAt = now()
  const { bytes } = body
  const [parsed, read] = decode(incoming, body.text, form)
  if (!parsed.ok) return { ...parsed, bytes }
  const key = givenKey(incoming.header('authorization'))
  const context = { form: read, key, receivedAt, maxEvents: limits.maxEvents }
  const outcome = toEnvelope(parsed.value, context)
  return outcome.ok ? { ...outcome, receivedAt, bytes } : { ...outcome, bytes }
}

interface Judging extends Asked {
  readonly sender: Sender
  readonly claims: Claims
}

function judge(
  { envelope, receivedAt }: Found,
  { incoming, sender, claims }: Judging,
  { capNames, isBot }: ReadEventsOptions,
): Judged {
  const { sentAt, events } = envelope
  const { trusted } = sender
  const bot = !trusted && isBot(incoming.header('user-agent') ?? '')
  const writeKey = sender.product.key
  return judgeEvents(events, {
    writeKey,
    sentAt,
    receivedAt,
    bot,
    trusted,
    claims,
    capNames: capNames(sender),
  })
}
