import type { Problem } from '../answer.ts'
import type { Form } from './forms.ts'
import { binaryCloudEvent, CLOUD_EVENT_TYPES, fromCloudEvents } from './from-cloud-events.ts'
import type { Incoming } from './incoming.ts'
import { parseJson, type Parsed } from './parse-json.ts'

/** What browsers send without asking first, what servers send, and CloudEvents. */
const CONTENT_TYPES = ['text/plain', 'application/json', ...CLOUD_EVENT_TYPES]

/** Why a body of this type is not read at all; `undefined` if it is. */
export function typeProblem(incoming: Incoming): Problem | undefined {
  if (CONTENT_TYPES.includes(typeOf(incoming))) return undefined
  return {
    status: 415,
    code: 'content-type',
    message: `Content-Type: ${CONTENT_TYPES.join(' or ')} is expected.`,
  }
}

/** A body, read in the form that its type says, and the form it has then. */
export function decode(incoming: Incoming, text: string, form: Form): [Parsed, Form] {
  const parsed = parseJson(text)
  if (!parsed.ok) return [parsed, form]
  const type = typeOf(incoming)
  const binary = binaryCloudEvent(incoming, parsed.value)
  if (!binary && !CLOUD_EVENT_TYPES.includes(type)) return [parsed, form]
  return [{ ok: true, value: fromCloudEvents(binary ?? parsed.value) }, 'batch']
}

function typeOf(incoming: Incoming): string {
  return incoming.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
}
