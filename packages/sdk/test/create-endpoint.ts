import type { WireEvent } from '../src/index.ts'

export interface FakeEndpoint {
  /** `down` refuses every batch, `silent` never answers. @default 'up' */
  state: 'up' | 'down' | 'silent'
  /** How often it was asked. */
  asked: number
  /** Every event that it took, in order; one that came twice stands here twice. */
  readonly taken: WireEvent[]
  /** What `init` is given. */
  readonly take: (events: readonly WireEvent[]) => Promise<unknown>
}

/** For tests: an endpoint that is a function of the host, and fails when it is told to. */
export function createEndpoint(): FakeEndpoint {
  const endpoint: FakeEndpoint = {
    state: 'up',
    asked: 0,
    taken: [],
    async take(events) {
      endpoint.asked += 1
      if (endpoint.state === 'silent') await new Promise(() => {})
      if (endpoint.state === 'down') throw new Error('down for repair')
      endpoint.taken.push(...events)
    },
  }
  return endpoint
}
