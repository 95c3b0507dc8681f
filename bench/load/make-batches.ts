/** What one device sends at a time: ten events of somebody on their way to a first success. */
export const EVENTS_A_BATCH = 10

export interface Batch {
  readonly ids: readonly string[]
  /** The body of a request. */
  readonly body: string
}

export interface BatchOptions {
  readonly writeKey: string
  /** Tells the events of one sender from those of another: 0 to 4095. */
  readonly sender: number
  /** Ms since 1970. */
  readonly now: () => number
}

/** How many users come and go. Each has one device, and belongs to one of the companies. */
const USERS = 20_000
const COMPANIES = 500
const STEPS = ['open-editor', 'write-subject', 'choose-list', 'send']
const HASH = 'b3f1c2d4e5a69788'

/**
 * Makes batches as the SDK sends them, a new one at each call. Each tenth is of somebody new: an
 * identify, a group and the start of the journey are among its events.
 */
export function createMakeBatch({ writeKey, sender, now }: BatchOptions): () => Batch {
  const nextId = createNextId(sender)
  let made = 0

  return () => {
    const at = now()
    const user = Math.floor(made / 10) % USERS
    const isFirst = made % 10 === 0
    made += 1
    const ids = Array.from({ length: EVENTS_A_BATCH }, () => nextId(at))
    const who = whoIs(sender, user, at)
    const events = ids.map((id, index) => eventText({ id, index, isFirst, made, who }))
    const sentAt = new Date(at).toISOString()
    const body = `{"writeKey":"${writeKey}","sentAt":"${sentAt}","batch":[${events.join(',')}]}`
    return { ids, body }
  }
}

interface EventParts {
  readonly id: string
  readonly index: number
  readonly isFirst: boolean
  readonly made: number
  /** The end of every event of this batch. */
  readonly who: string
}

function eventText({ id, index, isFirst, made, who }: EventParts): string {
  const start = `{"messageId":"${id}"`
  const place = `"session":"019aa000-0000-7000-8000-000000000000","sequence":${made * 10 + index}`
  if (isFirst && index === 0) {
    return `${start},"type":"identify","traits":{"plan":"trial","contractedAt":"2026-11-01T09:00:00Z"},"properties":{${place}}${who}`
  }
  if (isFirst && index === 1) {
    return `${start},"type":"group","traits":{"size":12},"properties":{${place}}${who}`
  }
  const journey = `"journey":"mail-tool","journeyHash":"${HASH}"`
  return `${start},"type":"track",${saidAt(index, isFirst, journey)},${place}}${who}`
}

/** Name and properties of the event at this place of the batch. The properties stay open. */
function saidAt(index: number, isFirst: boolean, journey: string): string {
  const step = STEPS[index % STEPS.length] ?? ''
  const place = `"guide":"first-mail","step":"${step}"`
  if (isFirst && index === 2) {
    return `"event":"journey_started","properties":{${journey},"path":"first-mail"`
  }
  if (index === 8) {
    return `"event":"task_completed","properties":{${journey},"path":"first-mail","task":"${step}","win":"${step}"`
  }
  if (index === 9) {
    return `"event":"win_reached","properties":{${journey},"win":"first-mail-sent","tier":"first-strike","ttvMs":372000,"clock":"trait:contractedAt"`
  }
  if (index % 2 === 0) {
    return `"event":"step_viewed","properties":{${journey},${place}`
  }
  return `"event":"step_completed","properties":{${journey},${place},"durationMs":${1200 + index}`
}

function whoIs(sender: number, user: number, at: number): string {
  const id = `${sender}-${user}`
  const time = new Date(at).toISOString()
  return (
    `,"anonymousId":"019aa000-0000-7000-9000-${hex(sender, 4)}${hex(user, 8)}","userId":"u_${id}",` +
    `"timestamp":"${time}","context":{"groupId":"company_${user % COMPANIES}",` +
    '"library":{"name":"firstwin","version":"1.0.0"},"locale":"ja","page":{"path":"/campaigns/:id"}}}'
  )
}

/** So many numbers the last 48 bits of a UUID have, and a step that visits all before it repeats. */
const TAILS = 2 ** 48
const STEP = 11_400_714_819_323

/** UUIDs of version 7, none twice: rising by time, and without order within a millisecond. */
function createNextId(sender: number): (at: number) => string {
  let tail = 0
  return (at) => {
    tail = (tail + STEP) % TAILS
    const time = hex(at, 12)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(sender, 3)}-8000-${hex(tail, 12)}`
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
