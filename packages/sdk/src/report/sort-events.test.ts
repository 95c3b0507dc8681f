import { describe, expect, it } from 'vitest'
import { createWorld, HOUR_MS, START } from './fake-world.ts'
import { keepEvent } from './keep-event.ts'
import { createSorter, type SortOptions } from './sort-events.ts'
import { uuid7 } from './uuid7.ts'

function sorting(targets: SortOptions['targets'], { storage } = createWorld()) {
  const errors: unknown[] = []
  const onError = (error: unknown): void => void errors.push(error)
  const sort = createSorter({ storage, targets, now: () => START + HOUR_MS, onError })
  const count = (prefix: string): number => storage.keys(prefix).length
  return { sort, errors, count, storage }
}

const a = { name: 'a', filter: undefined }
const b = { name: 'b', filter: undefined }
const wins = { name: 'wins', filter: ({ event }: { event?: string }) => event === 'win_reached' }

describe('createSorter', () => {
  it('gives each endpoint what it wants, once', () => {
    const world = createWorld()
    keepEvent(world.storage, world.event('win_reached'), false)
    keepEvent(world.storage, world.event('step_viewed'), false)
    const { sort, count } = sorting([a, b, wins], world)
    sort()
    sort()
    expect([count('fw:q:'), count('fw:q.b:'), count('fw:q.wins:')]).toEqual([2, 2, 1])
  })

  it('does not bring back what an endpoint has got, also on the next page', () => {
    const world = createWorld()
    keepEvent(world.storage, world.event(), false)
    sorting([a, b], world).sort()
    const [key = ''] = world.storage.keys('fw:q.b:')
    world.storage.remove(key)
    const later = sorting([a, b], world)
    later.sort()
    expect(later.count('fw:q.b:')).toBe(0)
    expect(later.count('fw:q:')).toBe(1)
  })

  it('keeps nothing for a first endpoint that does not want it', () => {
    const world = createWorld()
    keepEvent(world.storage, world.event('step_viewed'), false)
    const { sort, count } = sorting([wins, b], world)
    sort()
    expect([count('fw:q:'), count('fw:q.b:')]).toEqual([0, 1])
  })

  it('takes a filter that throws for a no, and tells of it', () => {
    const world = createWorld()
    keepEvent(world.storage, world.event(), false)
    const filter = (): boolean => {
      throw new Error('their bug')
    }
    const { sort, count, errors } = sorting([a, { name: 'b', filter }], world)
    sort()
    expect([count('fw:q:'), count('fw:q.b:')]).toEqual([1, 0])
    expect(errors).toHaveLength(1)
  })

  it('leaves to the queue what is no event', () => {
    const { sort, storage } = sorting([a, b])
    storage.set('fw:q:1', '')
    storage.set('fw:q:2', 'cap')
    sort()
    expect(storage.keys('fw:q').toSorted()).toEqual(['fw:q:1', 'fw:q:2'])
  })

  it('gives what is sorted to the same endpoint where another one stands first', () => {
    const world = createWorld()
    keepEvent(world.storage, world.event('one'), false)
    sorting([a, b], world).sort()
    keepEvent(world.storage, world.event('two'), false)
    const { sort, storage } = sorting([b, a], world)
    sort()
    const ofA = storage.keys('fw:q.a:').map((key) => storage.get(key))
    const ofB = storage.keys('fw:q:').map((key) => storage.get(key))
    expect(ofA.map((text) => /one|two/.exec(text ?? '')?.[0])).toEqual(
      expect.arrayContaining(['one', 'two']),
    )
    expect(ofB.map((text) => /one|two/.exec(text ?? '')?.[0])).toEqual(
      expect.arrayContaining(['one', 'two']),
    )
  })

  it('forgets after a week what waits for an endpoint that is no more', () => {
    const { storage } = createWorld()
    storage.set(`fw:q.gone:${uuid7(START - 8 * 24 * HOUR_MS)}`, 'old')
    storage.set(`fw:q.gone:${uuid7(START)}`, 'new')
    storage.set(`fw:q.b:${uuid7(START - 8 * 24 * HOUR_MS)}`, 'old')
    sorting([a, b], Object.assign(createWorld(), { storage }))
    expect(storage.keys('fw:q.').map((key) => storage.get(key))).toEqual(['new', 'old'])
  })
})
