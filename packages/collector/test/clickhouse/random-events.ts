import { createHash } from 'node:crypto'
import { event, type JsonObject } from '@firstwin/schema'
import type { DatedEvent } from '../../src/store/event-store.ts'
import { correctTime } from '../../src/receive/correct-time.ts'
import { keepOrder } from '../../src/receive/keep-order.ts'
import { START, WRITE_KEY } from '../wire.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const TIERS = ['aha', 'first-strike', 'long-term']

/** Numbers from 0 to 1 that are the same for the same seed. */
export function createRandom(seed: string): () => number {
  let count = 0
  return () => {
    count += 1
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE(0) / 2 ** 32
  }
}

interface Device {
  readonly id: string
  /** Whose they are, in turn: some devices are shared. */
  readonly users: readonly string[]
  /** How far its clock is off, in ms. */
  readonly skewMs: number
}

/**
 * Batches as collectors hand them to a store: of many devices with clocks that are wrong, out of
 * order, with every tenth batch once more later (its times corrected anew, some of it in another
 * batch), users who sign in late, groups, traits that change, and bots.
 */
export function randomBatches(seed: string, count: number): DatedEvent[][] {
  const random = createRandom(seed)
  const devices = Array.from({ length: 60 }, (_, index) => randomDevice(random, index))
  const wire = Array.from({ length: count }, (_, index) => randomWire(random, { devices, index }))
  const batches = inBatches(random, wire)
  const again = batches.filter(() => random() < 0.1)
  return shuffled(random, [...batches, ...again]).map((batch, index) =>
    received(random, { batch, receivedAt: START + DAY_MS + index * 1_000 }),
  )
}

interface Sent {
  readonly device: Device
  readonly happenedAt: number
  readonly wire: JsonObject
}

function randomDevice(random: () => number, index: number): Device {
  const skews = [0, 0, 0, 3 * DAY_MS, -400 * DAY_MS, 137]
  return {
    id: `d${index}`,
    users: random() < 0.3 ? [] : [`u${index % 40}`, `u${Math.floor(random() * 40)}`],
    skewMs: pick(random, skews),
  }
}

function randomWire(
  random: () => number,
  { devices, index }: { devices: readonly Device[]; index: number },
): Sent {
  const device = pick(random, devices)
  const happenedAt = START + Math.floor(random() * DAY_MS)
  const clock = happenedAt + device.skewMs
  // Nobody has signed in before noon.
  const late = happenedAt > START + DAY_MS / 2
  const user = late && device.users.length > 0 ? pick(random, device.users) : undefined
  const hex = createHash('sha256').update(`${clock} ${index}`).digest('hex')
  const prefix = Math.max(0, clock).toString(16).padStart(12, '0')
  const wire = {
    messageId: `${prefix.slice(0, 8)}-${prefix.slice(8)}-7${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`,
    timestamp: new Date(clock).toISOString(),
    ...(user === undefined ? {} : { userId: user }),
    ...(user === undefined || random() < 0.7 ? { anonymousId: device.id } : {}),
    ...(random() < 0.2 ? { context: { groupId: pick(random, ['acme', '日本', "o'neil"]) } } : {}),
    ...randomReport(random),
  }
  return { device, happenedAt, wire }
}

function randomReport(random: () => number): JsonObject {
  const kind = random()
  const journey = pick(random, ['j1', 'j2'])
  const path = pick(random, ['p1', 'p2'])
  const track = (name: string, more: JsonObject) => {
    return { type: 'track', event: name, properties: { journey, ...more } }
  }
  const number = Math.floor(random() * 3)
  if (kind < 0.15) return track('journey_started', { path })
  if (kind < 0.35) return track('task_completed', { path, task: `t${number}` })
  if (kind < 0.4) return track('path_completed', { path })
  if (kind < 0.7) {
    const ttvMs = random() * 1e9
    return track('win_reached', { win: `w${number}`, tier: TIERS[number] ?? '', ttvMs, clock: 'x' })
  }
  const value = pick<JsonObject[string]>(random, ['a', 'ä"\\\'\n', 1.5, true, [1, 2], { b: 'c' }])
  const traits = { [`trait ${number}`]: value, name: `Ann ${number}` }
  if (kind < 0.85) return { type: 'identify', traits }
  if (kind < 0.9) return { type: 'group', groupId: pick(random, ['acme', '日本']), traits }
  if (kind < 0.92) return track('step_viewed', { guide: 'g', step: 's' })
  if (kind < 0.95) return track('step_completed', { guide: 'g', step: 's' })
  const values = { n: number, t: number === 0 ? 'zwei' : 'eins' }
  return track(random() < 0.8 ? 'setup_applied' : 'setup_undone', { setup: 's', values })
}

/** Of one device each, as they were sent. */
function inBatches(random: () => number, wire: readonly Sent[]): Sent[][] {
  const batches: Sent[][] = []
  const open = new Map<Device, Sent[]>()
  for (const sent of wire) {
    const batch = open.get(sent.device) ?? []
    batch.push(sent)
    open.set(sent.device, batch)
    if (batch.length === 1) batches.push(batch)
    if (random() < 0.2) open.delete(sent.device)
  }
  return batches
}

/** The network takes up to three seconds, each time anew. Some clocks are set back before that. */
function received(
  random: () => number,
  { batch, receivedAt }: { batch: readonly Sent[]; receivedAt: number },
): DatedEvent[] {
  const [first] = batch
  if (!first) return []
  const bot = first.device.id === 'd7'
  const setBackMs = random() < 0.2 ? Math.floor(random() * 2 * DAY_MS) : 0
  const sentAt = receivedAt - Math.floor(random() * 3_000) + first.device.skewMs - setBackMs
  const events = shuffled(random, batch).map(({ wire }) => {
    const parsed = event.parse(wire)
    const timestamp = Date.parse(parsed.timestamp)
    const at = correctTime({ timestamp, sentAt, receivedAt })
    return { writeKey: WRITE_KEY, event: parsed, at, sentAt, receivedAt, bot }
  })
  return [...keepOrder(events)]
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('There is nothing to pick from.')
  return value
}

function shuffled<Value>(random: () => number, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value)
}
