import { z } from 'zod'
import { event, type WireEvent } from './wire-event.ts'

/** What a browser puts in one batch: a request that may outlive its page may carry 64 KiB. */
export const BROWSER_MAX_EVENTS = 100
export const BROWSER_MAX_BATCH_BYTES = 48 * 1024
export const BROWSER_MAX_EVENT_BYTES = 16 * 1024

/** What a collector accepts in one batch: the limits of the Segment tracking API, which is 500 KB. */
export const COLLECTOR_MAX_EVENTS = 500
export const COLLECTOR_MAX_BATCH_BYTES = 512 * 1024

export const writeKeyField = z
  .string('a string is expected')
  .min(1, 'it is empty')
  .max(256, 'it is too long')
  .describe('Says which product it is. Not a secret.')

/** The envelope. Its events are unknown here, because each is judged alone. */
export const batch = z.object({
  writeKey: writeKeyField,
  sentAt: z.iso
    .datetime({ offset: true, error: 'a time is expected: 2026-11-22T03:14:16.000Z' })
    .describe("The device's clock when this request was made."),
  token: z
    .string()
    .optional()
    .catch(undefined)
    .describe('Says who the user is: a JWT that the product signed. Kept nowhere.'),
  batch: z.array(z.unknown(), 'a list of events is expected').describe('The events, in order.'),
})

export type Batch = z.infer<typeof batch>

export type BatchResult =
  | { ok: true; writeKey: string; sentAt: string; events: readonly EventResult[] }
  | EnvelopeProblem

/** A batch whose events nobody has looked at yet. */
export type EnvelopeResult = { ok: true; envelope: Batch } | EnvelopeProblem

export interface EnvelopeProblem {
  ok: false
  code: 'not-a-batch' | 'too-many-events'
  message: string
}

/** `index` is the place of the event in the batch, from 0. */
export type EventResult =
  | { ok: true; event: WireEvent }
  | { ok: false; index: number; code: EventProblem; message: string }

export type EventProblem = 'not-an-event' | 'unknown-type' | 'missing-field' | 'wrong-field'

/**
 * Judges the body of a request, after `JSON.parse`. Never throws. One bad event does not spoil its
 * batch: `events` has a result for each one, in their order. Fields that the format does not know
 * are dropped. An empty batch is one.
 */
export function parseBatch(value: unknown): BatchResult {
  const result = parseEnvelope(value)
  if (!result.ok) return result
  const { writeKey, sentAt, batch: events } = result.envelope
  return { ok: true, writeKey, sentAt, events: events.map(parseEvent) }
}

/** Judges what is around the events: who may send is known before they are looked at. */
export function parseEnvelope(value: unknown, maxEvents = COLLECTOR_MAX_EVENTS): EnvelopeResult {
  const result = batch.safeParse(value)
  if (!result.success) {
    return { ok: false, code: 'not-a-batch', message: envelopeMessage(value, result.error) }
  }
  const count = result.data.batch.length
  if (count > maxEvents) {
    const message = `${count} events. Send at most ${maxEvents} in one batch.`
    return { ok: false, code: 'too-many-events', message }
  }
  return { ok: true, envelope: result.data }
}

function envelopeMessage(value: unknown, error: z.ZodError): string {
  const first = error.issues[0]
  if (!first || first.path.length === 0) {
    return 'Not a batch: an object with writeKey, sentAt and batch is expected.'
  }
  return fieldMessage(value, first)
}

/** Judges one event. `index` is its place in the batch, from 0. Never throws. */
export function parseEvent(value: unknown, index: number): EventResult {
  const result = event.safeParse(value)
  if (result.success) return { ok: true, event: result.data }
  const first = result.error.issues[0]
  return { ok: false, index, ...eventProblem(value, first) }
}

function eventProblem(value: unknown, issue: z.core.$ZodIssue | undefined) {
  if (!issue || issue.path.length === 0) {
    return { code: 'not-an-event', message: 'An event is an object.' } as const
  }
  if (issue.code === 'invalid_union') {
    return { code: 'unknown-type', message: 'type: track, identify or group is expected.' } as const
  }
  const code = isMissing(value, issue) ? 'missing-field' : 'wrong-field'
  return { code, message: fieldMessage(value, issue) } as const
}

function fieldMessage(value: unknown, issue: z.core.$ZodIssue): string {
  const ownWords = issue.code === 'custom'
  const reason = isMissing(value, issue) && !ownWords ? 'it is missing' : issue.message
  return `${issue.path.join('.')}: ${reason}.`
}

function isMissing(value: unknown, issue: z.core.$ZodIssue): boolean {
  let found = value
  for (const key of issue.path) {
    if (typeof found !== 'object' || found === null) return false
    found = Reflect.get(found, key)
  }
  return found === undefined
}
