import type { Problem } from '../answer.ts'

/** What a collector says that cannot keep anything now. The sender keeps it, and comes back. */
export function unavailable(message: string): Problem {
  return { status: 503, code: 'unavailable', message, headers: { 'retry-after': '5' } }
}
