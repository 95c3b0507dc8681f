import type { JsonObject } from '@firstwin/schema'

export const WRITE_KEY = 'pk_test'
/** 2026-11-22T03:00:00Z: where the clocks of these tests start. */
export const START = Date.UTC(2026, 10, 22, 3)
export const MINUTE = 60_000

let count = 0

/** A new UUID of version 7 at each call, in rising order. */
export function nextId(): string {
  count += 1
  return `019aa000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
}

/** Who, and when in ms since 1970. */
export interface Happening {
  user?: string | undefined
  device?: string | undefined
  at?: number | undefined
}

function common({ user, device, at = START }: Happening) {
  return {
    messageId: nextId(),
    timestamp: new Date(at).toISOString(),
    ...(user === undefined ? {} : { userId: user }),
    ...(device === undefined && user !== undefined ? {} : { anonymousId: device ?? 'd1' }),
  }
}

export function track(event: string, properties: JsonObject, who: Happening = {}) {
  const all = { journey: 'mail-tool', ...properties }
  return { ...common(who), type: 'track', event, properties: all }
}

export function identify(traits: JsonObject, who: Happening) {
  return { ...common(who), type: 'identify', traits }
}

export function group(groupId: string, traits: JsonObject, who: Happening) {
  return { ...common(who), type: 'group', groupId, traits }
}

/** What a win says of its clock, and the journey it belongs to, where that matters. */
export interface Winning extends Happening {
  clock?: string
  ttvMs?: number
  journey?: string
}

export function win(id: string, tier: string, { user, device, at, ...more }: Winning) {
  const properties = { win: id, tier, clock: 'first-seen', ...more }
  return track('win_reached', properties, { user, device, at })
}

export const started = (who: Happening) => track('journey_started', { path: 'first-mail' }, who)

export const task = (id: string, who: Happening) =>
  track('task_completed', { path: 'first-mail', task: id, win: id }, who)

/** A batch that is sent at `sentAt` by the device's clock. */
export function batch(events: readonly unknown[], sentAt = START): string {
  const sent = new Date(sentAt).toISOString()
  return JSON.stringify({ writeKey: WRITE_KEY, sentAt: sent, batch: events })
}
