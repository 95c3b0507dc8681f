import { COLLECTOR_MAX_BATCH_BYTES, COLLECTOR_MAX_EVENTS } from '@firstwin/schema'

/** How fast requests may come. */
export interface Rate {
  readonly perSecond: number
  /** How many may come at once after a rest. */
  readonly burst: number
}

export interface Limits {
  /** Bytes of a body as it is sent. @default 524288 */
  readonly maxBodyBytes: number
  /** Bytes of a body that was sent with gzip, once unpacked. @default 524288 */
  readonly maxInflatedBytes: number
  /** Events in one batch. @default 500 */
  readonly maxEvents: number
  /** Requests of one write key. @default 5000 a second, 10000 at once */
  readonly perKey: Rate
  /**
   * Requests of one write key from one address (of IPv6: from one /64). An office behind one
   * address shares them. @default 200 a second, 2000 at once
   */
  readonly perAddress: Rate
  /** Events on their way to the disk. What comes beyond is answered 429. @default 20000 */
  readonly maxWaitingEvents: number
  /** Bytes of the bodies that are being read or kept. @default 67108864 */
  readonly maxWaitingBytes: number
  /** Names of the host's own events under one write key. Further ones become `other`. @default 500 */
  readonly maxEventNames: number
  /** Names of properties of one of the host's own events. Further ones move into `other`. @default 50 */
  readonly maxProperties: number
}

export const DEFAULT_LIMITS: Limits = {
  maxBodyBytes: COLLECTOR_MAX_BATCH_BYTES,
  maxInflatedBytes: COLLECTOR_MAX_BATCH_BYTES,
  maxEvents: COLLECTOR_MAX_EVENTS,
  perKey: { perSecond: 5_000, burst: 10_000 },
  perAddress: { perSecond: 200, burst: 2_000 },
  maxWaitingEvents: 20_000,
  maxWaitingBytes: 64 * 1024 * 1024,
  maxEventNames: 500,
  maxProperties: 50,
}
