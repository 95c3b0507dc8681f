import { json, refuse, text } from '../answer.ts'
import type { EventStore } from '../store/event-store.ts'
import type { Metrics } from './metrics.ts'

export interface HealthRouteOptions {
  readonly store: EventStore
  readonly metrics: Metrics
  /** Whether the collector is about to stop. */
  readonly stopping: () => boolean
  /** Ms since 1970. */
  readonly now: () => number
}

type HealthRoute = () => Promise<Response>

/** Anybody may ask, and each answer is a commit: so the last one holds for as long. */
const READY_MS = 1_000
const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

/**
 * `/healthz`: whether the process answers at all. `/readyz`: whether events could be written now, and
 * nobody is about to stop it; what hands on requests looks here. `/metrics`: for Prometheus.
 */
export function createHealthRoutes(options: HealthRouteOptions) {
  const isWritable = createIsWritable(options)

  return {
    healthz: async () => json({ ok: true }),
    readyz: async () => {
      if (options.stopping()) return notReady('stopping', 'The collector is stopping.')
      const writable = await isWritable()
      return writable ? json({ ok: true }) : notReady('unavailable', 'Events cannot be written.')
    },
    metrics: async () => text(options.metrics.text(), METRICS_TYPE),
  } satisfies Readonly<Record<string, HealthRoute>>
}

function createIsWritable({ store, now }: HealthRouteOptions): () => Promise<boolean> {
  let last: { at: number; answer: Promise<boolean> } | undefined

  return () => {
    const at = now()
    if (!last || Math.abs(at - last.at) >= READY_MS) {
      const answer = store.check().then(
        () => true,
        () => false,
      )
      last = { at, answer }
    }
    return last.answer
  }
}

function notReady(code: string, message: string): Response {
  return refuse({ status: 503, code, message, headers: { 'retry-after': '5' } })
}
