/** What a sender is told to do. */
export interface SendOrder {
  readonly kind: 'send'
  readonly port: number
  readonly writeKey: string
  /** See `BatchOptions`. */
  readonly sender: number
  readonly connections: number
  readonly seconds: number
  /** Goes on until so many events were taken, where the seconds are not enough. @default 0 */
  readonly leastEvents?: number
  /** As fast as answers come if left out. */
  readonly batchesPerSecond?: number
}

/** What came of it. Times are in ms. */
export interface Sent {
  /** Answered 200, the repeated ones too. */
  readonly events: number
  readonly repeated: number
  /** Requests with another answer. */
  readonly failed: number
  /** Requests that were due, and for which there was no connection until the end. */
  readonly unsent: number
  readonly latencies: readonly number[]
  readonly seconds: number
  readonly cpuSeconds: number
}

export function isSendOrder(value: unknown): value is SendOrder {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'send'
}

export function isSent(value: unknown): value is Sent {
  return typeof value === 'object' && value !== null && 'latencies' in value
}
