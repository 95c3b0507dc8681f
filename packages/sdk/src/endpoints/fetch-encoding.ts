import type { EncodeName, Encoding } from '../report/endpoint.ts'

const ENCODINGS: Readonly<Record<Exclude<EncodeName, 'batch'>, () => Promise<Encoding>>> = {
  cloudevents: async () => (await import('./cloudevents.ts')).cloudevents,
  posthog: async () => (await import('./posthog.ts')).posthog,
  'otlp-logs': async () => (await import('./otlp-logs.ts')).otlpLogs,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
}

/** Fetches an encoding by its name: each is a chunk of its own. Rejects if it cannot be reached. */
export async function fetchEncoding(name: Exclude<EncodeName, 'batch'>): Promise<Encoding> {
  return await ENCODINGS[name]()
}
