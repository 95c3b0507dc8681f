import { describe, expect, it } from 'vitest'
import { createWorld } from './fake-world.ts'
import type { WireEvent } from './wire-event.ts'

type World = ReturnType<typeof createWorld>

const WIN = { journey: 'j', win: 'first-mail', tier: 'aha', clock: 'first-seen' }
const ids = { win_reached: WIN, task_completed: { journey: 'j', path: 'p', task: 't', win: 'w' } }

/** What one tab says, while two of one user are open. */
function say(
  world: World,
  session: string,
  [name, properties]: readonly [string, object],
): WireEvent {
  const one = world.event(name, { ...properties, session, ttvMs: Math.random() })
  return { ...one, context: { page: { path: `/${session}` } } }
}

describe.each([
  ['the plain queue', 'alone'],
  ['the whole queue', undefined],
] as const)('in %s, what two tabs notice in the same moment', (_, plain) => {
  it.each([
    ['win_reached', ids.win_reached],
    ['task_completed', ids.task_completed],
    ['path_completed', { journey: 'j', path: 'p' }],
    ['journey_started', { journey: 'j', path: 'p' }],
    ['celebration_shown', { journey: 'j', win: 'w', size: 'big' }],
  ])('is sent once: %s, the one that came first', async (name, properties) => {
    const world = createWorld([], { plain })
    const [first, second] = [world.open(), world.open()]
    first.queue.push(say(world, 'tab-1', [name, properties]))
    second.queue.push(say(world, 'tab-2', [name, properties]))
    await world.pass(5000)
    expect(world.order()).toEqual([1])
    expect(world.requests.flat()).toHaveLength(1)
    expect(world.storage.keys('fw:')).toEqual([])
  })

  it('is sent once also while the first is on its way', async () => {
    const world = createWorld(['never'], { plain })
    const [first, second] = [world.open(), world.open()]
    first.queue.push(say(world, 'tab-1', ['win_reached', WIN]))
    first.queue.flush()
    second.queue.push(say(world, 'tab-2', ['win_reached', WIN]))
    expect(world.waiting()).toBe(1)
    expect(world.requests.flat()).toHaveLength(1)
  })

  it.each([
    ['of other users', {}, { userId: 'u_2' }],
    ['of another visitor', {}, { anonymousId: 'b' }],
    ['of another win', { win: 'second-mail' }, {}],
    ['of another journey', { journey: 'k' }, {}],
  ])('is sent for each where it is %s', async (_what, properties, who) => {
    const world = createWorld([], { plain })
    const { queue } = world.open()
    queue.push(say(world, 'tab-1', ['win_reached', WIN]))
    queue.push({ ...say(world, 'tab-2', ['win_reached', { ...WIN, ...properties }]), ...who })
    await world.pass(5000)
    expect(world.order()).toEqual([1, 2])
  })

  it('stays where one tab says it twice, and where it is no milestone', async () => {
    const world = createWorld([], { plain })
    const { queue } = world.open()
    queue.push(say(world, 'tab-1', ['win_reached', WIN]))
    queue.push(say(world, 'tab-1', ['win_reached', WIN]))
    // The host's own, which says nothing of a path or a win.
    queue.push(say(world, 'tab-1', ['task_completed', {}]))
    queue.push(say(world, 'tab-2', ['task_completed', {}]))
    queue.push(say(world, 'tab-1', ['page_viewed', { path: '/a' }]))
    queue.push(say(world, 'tab-2', ['page_viewed', { path: '/a' }]))
    await world.pass(5000)
    expect(world.order()).toEqual([1, 2, 3, 4, 5, 6])
  })
})
