import type { SendEvents } from '../report/endpoint.ts'
import type { AnalyticsName } from './analytics-tools.ts'

/** `toAnalytics` of that tool, fetched when it is first used. Rejects if it cannot be reached. */
export function fetchAnalytics(name: AnalyticsName): SendEvents {
  let send: SendEvents | undefined
  return async (events, context) => {
    const { toAnalytics } = await import('./to-analytics.ts')
    // One for all batches: it remembers what it has handed over.
    send ??= toAnalytics(name)
    await send(events, context)
  }
}
