export { cloudevents } from './cloudevents.ts'
export { ndjson } from './ndjson.ts'
export { otlpLogs } from './otlp-logs.ts'
export { posthog } from './posthog.ts'
export { toAnalytics } from './to-analytics.ts'
export type { AnalyticsName, AnalyticsOptions } from './analytics-tools.ts'
export type {
  Answer,
  Encode,
  Encoded,
  Encoding,
  ReadAnswer,
  SendContext,
  SendEvents,
} from '../report/endpoint.ts'
