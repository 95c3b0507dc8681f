export interface DeviceTimes {
  /** When it happened by the device's clock, in ms since 1970. */
  timestamp: number
  /** When the request was made by the device's clock. */
  sentAt: number
  /** When it arrived by our clock. */
  receivedAt: number
}

/**
 * When it happened by our clock, in ms since 1970. The device's clock may be wrong by years, but
 * the time from the happening to the sending is right by it. Never later than `receivedAt`: what
 * claims to come from the future happened now. The time on the wire counts as none.
 */
export function correctTime({ timestamp, sentAt, receivedAt }: DeviceTimes): number {
  return Math.min(receivedAt, timestamp + (receivedAt - sentAt))
}
