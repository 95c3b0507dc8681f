import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyMemory, type GuideMemory, type Memory, type Seen } from './memory.ts'
import { mergeMemory } from './merge-memory.ts'
import { mergePart, noteChanges, toPart, type DevicePart, type Synced } from './part.ts'

const WINDOWED = { sent: 5 }
const NAMES = ['sent', 'constructor', 'seen'] as const
const IDS = ['a', 'b'] as const

/** What happens on one device. */
type Act =
  | { do: 'event'; name: string; times: number }
  | { do: 'win' | 'celebrate'; id: string }
  | { do: 'guide'; id: string; guide: GuideMemory }
  | { do: 'seen'; id: string; end: Seen['end'] | undefined }
  | { do: 'answer'; id: string; question: string }
  | { do: 'further'; fraction: number }
  | { do: 'visitor'; events: number }

/** What happens between devices: a part is written to the collector, or all are read from it. */
type Meeting = { do: 'write' | 'read' | 'reread-old' }

type Step = { device: number; minutes: number } & (Act | Meeting)

const id = fc.constantFrom(...IDS)
const ends = fc.constantFrom(undefined, 'closed', 'later', 'followed', 'declined', 'answered')
const guide: fc.Arbitrary<GuideMemory> = fc.oneof(
  fc.record({ status: fc.constant('active' as const), step: id }),
  fc.record({
    status: fc.constant('dismissed' as const),
    step: id,
    reason: fc.constantFrom('later' as const, 'closed' as const),
    session: id,
  }),
  fc.constant({ status: 'completed' as const }),
)
const act: fc.Arbitrary<Act | Meeting> = fc.oneof(
  fc.record({
    do: fc.constant('event' as const),
    name: fc.constantFrom(...NAMES),
    times: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({ do: fc.constantFrom('win' as const, 'celebrate' as const), id }),
  fc.record({ do: fc.constant('guide' as const), id, guide }),
  fc.record({ do: fc.constant('seen' as const), id, end: ends }),
  fc.record({ do: fc.constant('answer' as const), id, question: id }),
  fc.record({
    do: fc.constant('further' as const),
    fraction: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ do: fc.constant('visitor' as const), events: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ do: fc.constantFrom('write' as const, 'read' as const, 'reread-old' as const) }),
)
const DEVICES = 3
const step: fc.Arbitrary<Step> = fc
  .tuple(fc.integer({ min: 0, max: DEVICES - 1 }), fc.integer({ min: -5, max: 60 }), act)
  .map(([device, minutes, what]): Step => Object.assign({ device, minutes }, what))
const story = fc.array(step, { maxLength: 40 })

type Tracked = readonly [name: string, at: number]

interface World {
  memories: Synced[]
  /** What the collector has, by device. */
  parts: Map<string, DevicePart>
  /** Every part that was ever written. */
  old: DevicePart[]
  tracked: Map<string, number>
  now: number
}

function play(steps: readonly Step[]): World {
  const memories = Array.from({ length: DEVICES }, (_, index) =>
    noteChanges(emptyMemory(1_000 + index), 1_000, () => `device-${index}`),
  )
  const world: World = { memories, parts: new Map(), old: [], tracked: new Map(), now: 1_000_000 }
  for (const one of steps) take(world, one)
  return world
}

function take(world: World, one: Step): void {
  // The clocks of the devices are not the same: see `minutes` below zero.
  world.now += 1
  const now = world.now + one.minutes * 60_000
  const before = world.memories[one.device] as Synced
  const after = happen(world, before, { ...one, now })
  world.memories[one.device] = noteChanges(after, now, () => 'never')
}

function happen(world: World, memory: Synced, one: Step & { now: number }): Synced {
  const { now } = one
  switch (one.do) {
    case 'event':
      return Array.from({ length: one.times }).reduce<Synced>(
        (next) => count(world, next, [one.name, now]),
        memory,
      )
    case 'win':
      return { ...memory, wins: { [one.id]: now, ...memory.wins } }
    case 'celebrate':
      return { ...memory, celebrated: { [one.id]: now, ...memory.celebrated } }
    case 'guide':
      return { ...memory, guides: { ...memory.guides, [one.id]: one.guide } }
    case 'seen': {
      const seen = { at: now, session: `s${one.device}`, ...(one.end ? { end: one.end } : {}) }
      return { ...memory, seen: { ...memory.seen, [one.id]: seen } }
    }
    case 'answer': {
      const answered = [...(memory.answered[one.id] ?? []), one.question]
      return { ...memory, answered: { ...memory.answered, [one.id]: answered } }
    }
    case 'further':
      return { ...memory, best: { path: Math.max(memory.best['path'] ?? 0, one.fraction) } }
    case 'visitor': {
      let visitor: Memory = emptyMemory(now)
      for (let i = 0; i < one.events; i += 1) visitor = count(world, visitor, ['sent', now - i])
      return { ...mergeMemory(memory, visitor), sync: memory.sync }
    }
    case 'write':
      write(world, memory)
      return memory
    case 'read':
      return readAll(memory, [...world.parts.values()])
    case 'reread-old':
      return readAll(memory, world.old.toReversed())
  }
}

function count<Kind extends Memory>(world: World, memory: Kind, [name, at]: Tracked): Kind {
  world.tracked.set(name, (world.tracked.get(name) ?? 0) + 1)
  const before = Object.hasOwn(memory.events, name) ? memory.events[name] : undefined
  const kept = name === 'sent' ? WINDOWED.sent : 0
  const times = kept ? [...(before?.times ?? []), at].slice(-kept) : []
  const events = { ...memory.events, [name]: { count: (before?.count ?? 0) + 1, times } }
  return { ...memory, events }
}

function write(world: World, memory: Synced): void {
  // Over the wire and back.
  const part: DevicePart = structuredClone({ device: memory.sync.device, part: toPart(memory) })
  world.parts.set(part.device, part)
  world.old.push(part)
}

function readAll(memory: Synced, parts: readonly DevicePart[]): Synced {
  return parts.reduce((next, part) => mergePart(next, part, WINDOWED), memory)
}

/** In the end every device has told all that it knows, and heard all. */
function meet(world: World): readonly Synced[] {
  for (const memory of world.memories) write(world, memory)
  return world.memories.map((memory) => readAll(memory, [...world.parts.values()]))
}

/** What devices agree on. Which of them counted what, and how the checklist stands, is their own. */
function truth({ sync, checklist, ...memory }: Synced): unknown {
  expect([sync, checklist]).toBeDefined()
  const lists = Object.entries(memory.answered).map(([key, list]) => [key, new Set(list)])
  const times = Object.entries(memory.events).map(([name, { count: n, times: at }]) => [
    name,
    n,
    at.toSorted((a, b) => a - b),
  ])
  return {
    ...memory,
    answered: Object.fromEntries(lists),
    events: new Map(times.map((one) => [one[0], one])),
  }
}

describe('devices of one user, whatever happens on them and between them', () => {
  it('end in one truth', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const [first, ...others] = meet(play(steps)).map(truth)
        for (const other of others) expect(other).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('count each event once', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = play(steps)
        for (const { events } of meet(world)) {
          const counted = Object.entries(events).map(([name, { count: n }]) => [name, n] as const)
          expect(new Map(counted)).toEqual(world.tracked)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('learn nothing new from what they know', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = play(steps)
        for (const memory of meet(world)) {
          const again = readAll(memory, [...world.parts.values()])
          expect(truth(again)).toEqual(truth(memory))
          expect(again.sync).toEqual(memory.sync)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('come to the same whatever the order in which they hear of each other', () => {
    const shuffled = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
    fc.assert(
      fc.property(story, shuffled, (steps, order) => {
        const world = play(steps)
        for (const memory of world.memories) write(world, memory)
        const parts = [...world.parts.values()]
        const [memory] = world.memories
        if (!memory) throw new Error('There are devices.')
        const inOrder = order.map((index) => parts[index]).filter((part) => part !== undefined)
        expect(truth(readAll(memory, inOrder))).toEqual(truth(readAll(memory, parts)))
      }),
      { numRuns: 300 },
    )
  })

  it('know everything from whoever has heard everything', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = play(steps)
        const [first] = meet(world)
        if (!first) throw new Error('There are devices.')
        const part = { device: first.sync.device, part: toPart(first) }
        const anew = noteChanges(emptyMemory(9_000_000), 9_000_000, () => 'device-new')
        expect(truth(readAll(anew, [part]))).toEqual(truth(first))
      }),
      { numRuns: 300 },
    )
  })

  it('lose no win that one of them has reached', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = play(steps)
        const reached = new Set(world.memories.flatMap(({ wins }) => Object.keys(wins)))
        for (const { wins } of meet(world)) expect(new Set(Object.keys(wins))).toEqual(reached)
      }),
      { numRuns: 300 },
    )
  })
})
