import { describe, expect, it } from 'vitest'
import { createAsk } from '../../src/results/ask.ts'
import { latestWins } from '../../src/results/latest-wins.ts'
import { toPeople } from '../../src/results/person.ts'
import { results } from '../../src/results/results.ts'
import type { EventStore } from '../../src/store/event-store.ts'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { linesOf } from '../dated.ts'
import { START, WRITE_KEY } from '../wire.ts'
import { randomBatches } from './random-events.ts'

const EVENTS = 4_000
const NOW = START + 10 * 24 * 60 * 60 * 1_000

/** Everything that anybody can read of a store. */
async function tellingsOf(store: EventStore) {
  const journeys = await store.journeys(WRITE_KEY)
  const evidence = await Promise.all(
    journeys.flatMap(({ id }) =>
      [false, true].map((bots) => store.evidence(WRITE_KEY, id, { bots })),
    ),
  )
  return {
    journeys,
    evidence,
    results: evidence.map((one) => results(one, { id: 'j', now: NOW, journey: undefined })),
    wins: evidence.map((one) => latestWins(toPeople(one))),
    people: await Promise.all(
      ['u1', 'u2', 'u3'].map(async (user) =>
        (await linesOf(store.exportPerson(WRITE_KEY, user))).map(inOrder).toSorted(),
      ),
    ),
  }
}

/** What is asked of the two, each in its own way: page by page, of ClickHouse. */
async function answersOf(store: EventStore) {
  const ask = createAsk(store)
  const journeys = await store.journeys(WRITE_KEY)
  const asked = journeys.flatMap(({ id: journey }) =>
    [false, true].map((bots) => ({ writeKey: WRITE_KEY, journey, bots })),
  )
  const question = { id: 'j', now: NOW, journey: undefined }
  const wins = await Promise.all(asked.map((one) => ask.wins(one)))
  const idsOf = (index: number) => (wins[index] ?? []).slice(3, 9).map(({ id }) => id)
  return {
    results: await Promise.all(asked.map((one) => ask.results({ ...one, question }))),
    wins,
    latest: await Promise.all(asked.map((one) => ask.wins({ ...one, limit: 5 }))),
    some: await Promise.all(asked.map((one, index) => ask.wins({ ...one, ids: idsOf(index) }))),
    baselines: await Promise.all(journeys.map(({ id }) => store.baseline(WRITE_KEY, id))),
    similar: await Promise.all(
      [{}, { 'trait 1': 'a' }].map((traits) => store.similar(WRITE_KEY, 'j1', 's', traits)),
    ),
  }
}

/** A line of JSON with the keys of all objects in order: that is the one thing that may differ. */
function inOrder(line: string): string {
  const sorted = (_: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(JSON.parse(line), sorted)
}

/** A store, and what makes the server merge all that it would some time. */
export type OpenMerging = () => Promise<{ store: EventStore; merge: () => Promise<unknown> }>

/** Gives both the same few thousand random events, and compares all that they say afterwards. */
export function sameAsSqlite(name: string, open: OpenMerging): void {
  describe(`${name} says to the last digit what SQLite says`, () => {
    it.each(['one', 'two', 'three'])('of random events, seed %s', async (seed) => {
      const batches = randomBatches(seed, EVENTS)
      const sqlite = createSqliteStore(':memory:')
      const { store: clickHouse, merge } = await open()
      for (const batch of batches) await sqlite.append(batch)
      const written = []
      // Several at a time share an insert, in the order in which they were given.
      for (let start = 0; start < batches.length; start += 100) {
        const some = batches.slice(start, start + 100)
        written.push(...(await Promise.all(some.map((batch) => clickHouse.append(batch)))))
      }
      expect(written.flat().filter(Boolean)).toHaveLength(EVENTS)
      const wanted = await tellingsOf(sqlite)
      expect(await tellingsOf(clickHouse)).toEqual(wanted)
      const answers = await answersOf(sqlite)
      expect(await answersOf(clickHouse)).toEqual(answers)
      await merge()
      expect(await tellingsOf(clickHouse)).toEqual(wanted)
      expect(await answersOf(clickHouse)).toEqual(answers)
      await Promise.all([sqlite.close(), clickHouse.close()])
    })
  })
}
