import type { JsonObject } from '@firstwin/schema'
import type { Customer } from './customers.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** From the contract to the first sight of the product. */
const FIRST_SIGHT_MS = MINUTE_MS / 2
const CLOCK = 'trait:contractedAt'

/** The path of the example's journey: each task with its win. */
const TASKS = [
  { task: 'pick-template', win: 'template-picked' },
  { task: 'open-preview', win: 'preview-seen', tier: 'aha' },
  { task: 'send-first-mail', win: 'first-mail-sent', tier: 'first-strike' },
] as const

/** What the SDK would have reported of this customer until `now`, in the order it happened. */
export function customerEvents(customer: Customer, now: number): JsonObject[] {
  const contractedAt = now - customer.hoursAgo * HOUR_MS
  const teller = createTeller(customer, contractedAt)
  return [
    teller.identify(),
    teller.track('journey_started', FIRST_SIGHT_MS, { path: 'first-mail' }),
    ...customer.minutes.flatMap((minutes, index) => taskEvents(teller, index, minutes)),
    ...(customer.tenMailsDay === undefined ? [] : [tenMails(teller, customer.tenMailsDay)]),
  ]
}

function taskEvents(teller: Teller, index: number, minutes: number): JsonObject[] {
  const found = TASKS[index]
  if (!found) return []
  const { task, ...win } = found
  const ms = minutes * MINUTE_MS
  const on = { path: 'first-mail' }
  return [
    teller.track('win_reached', ms, { ...win, clock: CLOCK, ttvMs: ms }),
    teller.track('task_completed', ms, { ...on, task, win: win.win }),
    ...(index === TASKS.length - 1 ? [teller.track('path_completed', ms, on)] : []),
  ]
}

function tenMails(teller: Teller, days: number): JsonObject {
  const ms = days * DAY_MS
  const win = { win: 'ten-mails-a-week', tier: 'long-term' }
  return teller.track('win_reached', ms, { ...win, clock: CLOCK, ttvMs: ms })
}

interface Teller {
  identify: () => JsonObject
  /** `afterMs`: since the contract. */
  track: (event: string, afterMs: number, properties: JsonObject) => JsonObject
}

/** Dates and signs what one customer did. */
function createTeller({ name, hoursAgo }: Customer, contractedAt: number): Teller {
  const userId = `u_${name.toLowerCase().replace(' ', '_')}`
  let count = 0
  const common = (afterMs: number): JsonObject => {
    count += 1
    const at = contractedAt + afterMs
    return { messageId: toId(at, hoursAgo, count), userId, timestamp: new Date(at).toISOString() }
  }
  return {
    identify() {
      const traits = { name, plan: 'trial', contractedAt: new Date(contractedAt).toISOString() }
      return { ...common(0), type: 'identify', traits }
    },
    track(event, afterMs, properties) {
      const all = { journey: 'mail-tool', ...properties }
      return { ...common(afterMs), type: 'track', event, properties: all }
    },
  }
}

/** A UUID of version 7 whose random part is the customer and the count: the same at each run. */
function toId(at: number, customer: number, count: number): string {
  const time = at.toString(16).padStart(12, '0')
  const [who, which] = [customer, count].map((part) => part.toString(16))
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${who?.padStart(8, '0')}${which?.padStart(4, '0')}`
}
