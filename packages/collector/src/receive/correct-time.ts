export interface DeviceTimes {
  /** When it happened by the device's clock, in ms since 1970. */
  timestamp: number
  /** When the request was made by the device's clock. */
  sentAt: number
  /** When it arrived by our clock. */
  receivedAt: number
}

/** No sender of ours keeps an event longer than a week: beyond a month a clock is broken. */
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1_000

/**
 * When it happened by our clock, in ms since 1970. The device's clock may be wrong by years, but
 * the time from the happening to the sending is right by it. Never later than `receivedAt`: what
 * claims to come from the future happened now. Never more than 30 days earlier. The time on the
 * wire counts as none.
 */
export function correctTime({ timestamp, sentAt, receivedAt }: DeviceTimes): number {
  const at = timestamp + (receivedAt - sentAt)
  return Math.max(receivedAt - MAX_AGE_MS, Math.min(receivedAt, at))
}
