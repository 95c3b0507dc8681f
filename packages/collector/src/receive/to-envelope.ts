import { parseEnvelope } from '@firstwin/schema'
import type { Problem } from '../answer.ts'
import type { Form } from './forms.ts'
import { isObject } from './is-object.ts'
import { newMessageId } from './message-id.ts'

/** What is around the events, whatever form they came in. */
export interface Envelope {
  readonly writeKey: string
  /** By the device's clock, in ms since 1970; when it arrived where the sender does not say. */
  readonly sentAt: number
  readonly token: string | undefined
  readonly events: readonly unknown[]
}

export type EnvelopeOutcome = { ok: true; envelope: Envelope } | { ok: false; problem: Problem }

export interface EnvelopeContext {
  readonly form: Form
  /** The key in the header, for those who do not write one into the body. */
  readonly key: string | undefined
  readonly receivedAt: number
  readonly maxEvents: number
}

/** Reads what is around the events. Those themselves have not been looked at afterwards. */
export function toEnvelope(body: unknown, context: EnvelopeContext): EnvelopeOutcome {
  const given = context.form === 'batch' ? body : single(body, context.form, context.receivedAt)
  const value = isObject(given) ? withDefaults(given, context) : given
  const result = parseEnvelope(value, context.maxEvents)
  if (!result.ok) {
    const { code, message } = result
    return { ok: false, problem: { status: code === 'too-many-events' ? 413 : 400, code, message } }
  }
  const { writeKey, sentAt, batch: events } = result.envelope
  const token = isObject(value) && typeof value['token'] === 'string' ? value['token'] : undefined
  return { ok: true, envelope: { writeKey, sentAt: Date.parse(sentAt), token, events } }
}

function withDefaults(body: Readonly<Record<string, unknown>>, context: EnvelopeContext) {
  return {
    ...body,
    writeKey: body['writeKey'] ?? context.key,
    sentAt: body['sentAt'] ?? new Date(context.receivedAt).toISOString(),
  }
}

/** A batch of one, which servers may send without an id and a time: it happened now, then. */
function single(body: unknown, form: Form, receivedAt: number): unknown {
  if (!isObject(body)) return body
  const { writeKey, sentAt, token, ...event } = body
  const whole = {
    ...event,
    type: event['type'] ?? form,
    messageId: event['messageId'] ?? newMessageId(receivedAt),
    timestamp: event['timestamp'] ?? sentAt ?? new Date(receivedAt).toISOString(),
  }
  return { writeKey, sentAt, token, batch: [whole] }
}
