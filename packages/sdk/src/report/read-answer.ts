import { attempt } from './attempt.ts'
import type { Answer, Outcome } from './endpoint.ts'
import { serverWaitMs } from './server-wait.ts'

/** All 4xx but the sign-in of a proxy, time-outs, misdirected, early, too many. */
const NEVER = /^4(?!07|08|21|25|29)/

/**
 * What an answer means by the rules that receivers of the Segment API share. 413: fewer events may
 * pass. 401 and 403: not from this page. 5xx, and 4xx that are for now: later. Other 4xx: never.
 *
 * A 2xx is a yes only if it says so: JSON that does not claim the contrary, `OK`, or nothing at all
 * from the very address that was asked. A page of a captive portal, a body that is cut off and the
 * silent end of a redirect are not: such a batch is sent again. So is one whose redirect ends in
 * anything but a yes: whoever answers there may know nothing of events.
 *
 * What a yes lists as `rejected` the receiver has counted itself: it is not told a second time.
 */
export function readAnswer(answer: Answer, now: number): Outcome {
  const { status, text, headers, redirected } = answer
  if (status > 199 && status < 300) return readYes(answer)
  if (!redirected && NEVER.test(String(status))) return readNo(status, text)
  return { is: 'later', waitMs: serverWaitMs(headers.get('retry-after'), now) }
}

function readNo(status: number, text: string): Outcome {
  if (status === 413) return { is: 'size' }
  if (status !== 401 && status !== 403) return { is: 'refused' }
  return { is: text.includes('"code":"token"') ? 'token' : 'denied' }
}

function readYes({ text, redirected }: Answer): Outcome {
  const isPlain = /^ok$/i.test(text.trim()) || !(text || redirected)
  const said: { success?: unknown } | undefined = isPlain ? {} : attempt(() => JSON.parse(text))
  return said && said.success !== false ? { is: 'accepted' } : { is: 'later', waitMs: 0 }
}
