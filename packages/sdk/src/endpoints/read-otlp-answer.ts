import { attempt } from '../report/attempt.ts'
import type { Answer, Outcome } from '../report/endpoint.ts'
import { fieldOf } from '../report/fields.ts'

/** What is worth another try by the protocol. Too large (413) and not allowed (401, 403) are ours. */
const BY_STATUS = new Set([401, 403, 413, 429, 502, 503, 504])

/**
 * Reads what OTLP has rules of its own for. A success may be partial: what was rejected must not be
 * sent again. Other failures than 429, 502, 503 and 504 must not be either, an ordinary 500 included.
 *
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp-response
 */
export function readOtlpAnswer({ status, text }: Answer): Outcome | undefined {
  if (status < 200 || status > 299) return BY_STATUS.has(status) ? undefined : { is: 'refused' }
  const answer: unknown = attempt(() => JSON.parse(text))
  const rejected = Number(fieldOf(fieldOf(answer, 'partialSuccess'), 'rejectedLogRecords'))
  return rejected > 0 ? { is: 'accepted', rejected } : undefined
}
