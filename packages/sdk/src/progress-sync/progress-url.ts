import type { Endpoint } from '../report/endpoint.ts'

interface Settings {
  endpoint?: Endpoint | readonly Endpoint[] | undefined
  key?: string | undefined
}

/** Where progress is kept, and the public key to say. */
export interface ProgressPlace {
  readonly url: string
  readonly key: string
}

/** The end of the address of a collector: other receivers of batches have other ones, or no progress. */
const BATCH = /\/v1\/batch(?=$|\?)/

/** Where the first of the endpoints that is a collector keeps progress; `undefined` without one. */
export function progressPlace({ endpoint, key = '' }: Settings): ProgressPlace | undefined {
  for (const one of [endpoint ?? []].flat()) {
    const { url = '', key: own = key } = toOptions(one)
    if (BATCH.test(url)) return { url: url.replace(BATCH, '/v1/progress'), key: own }
  }
  return undefined
}

function toOptions(endpoint: Endpoint): { url?: string | undefined; key?: string | undefined } {
  if (typeof endpoint === 'string') return { url: endpoint }
  return typeof endpoint === 'object' ? endpoint : {}
}
