import type { Answer } from './post.ts'
import { serverWaitMs } from './server-wait.ts'

/**
 * What became of a batch. `accepted`: the endpoint has it, except for `rejected` events, which it
 * will never take. `refused`: sending it again would not help. `size`: fewer events may pass.
 * `later`: not now, and not before `waitMs` (0: the server named no time).
 */
export type Outcome =
  | { readonly kind: 'accepted'; readonly rejected: number; readonly why?: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'size' }
  | { readonly kind: 'later'; readonly waitMs: number; readonly why: string }

/** What somebody has to mend: asking more often would not help. */
const MEND_MS = 5 * 60_000
const REFUSED = new Set([400, 422])
const NOT_NOW = new Set([408, 425, 429])

/**
 * Only what says "these events are wrong" loses them. A wrong key, address or proxy (401, 403, 404,
 * a redirect, a page of HTML) can be mended while the events wait.
 */
export function toOutcome({ status, headers, text }: Answer, now: number): Outcome {
  const why = `${status}${text === '' ? '' : `: ${text.slice(0, 200)}`}`
  if (status >= 200 && status < 300) {
    const isPage = headers['content-type']?.includes('html') ?? false
    return isPage ? { kind: 'later', waitMs: MEND_MS, why } : acceptedFrom(text)
  }
  if (status === 413) return { kind: 'size' }
  if (REFUSED.has(status)) return { kind: 'refused', why }
  const waitMs = serverWaitMs(headers['retry-after'], now)
  const isPassing = status >= 500 || NOT_NOW.has(status)
  return { kind: 'later', waitMs: isPassing ? waitMs : Math.max(waitMs, MEND_MS), why }
}

/** Our collector says which events it will never take. Other endpoints say nothing, or other things. */
function acceptedFrom(text: string): Outcome {
  const rejected = parse(text)
  if (!Array.isArray(rejected) || rejected.length === 0) return { kind: 'accepted', rejected: 0 }
  return { kind: 'accepted', rejected: rejected.length, why: JSON.stringify(rejected[0]) }
}

function parse(text: string): unknown {
  try {
    const { rejected }: { rejected?: unknown } = Object(JSON.parse(text))
    return rejected
  } catch {
    return undefined
  }
}
