import { describe, expect, it } from 'vitest'
import { createInsertQueue } from './insert-queue.ts'

/** A queue of at most four items a group, whose time and whose writes are in the test's hands. */
function queueOf(slots = 1) {
  const groups: { items: readonly string[]; done: (error?: Error) => void }[] = []
  let close = (): void => undefined
  const queue = createInsertQueue<string, string>({
    maxItems: 4,
    slots,
    schedule: (due) => {
      close = due
    },
    write: (items) =>
      new Promise((resolve, reject) => {
        const done = (error?: Error) =>
          error ? reject(error) : resolve(items.map((item) => `${item} kept`))
        groups.push({ items, done })
      }),
  })
  return { queue, groups, close: () => close(), items: () => groups.map(({ items }) => items) }
}

/** Lets what has been settled be heard. */
async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
}

describe('createInsertQueue', () => {
  it('gathers what comes until time is up, and gives each its own results', async () => {
    const { queue, groups, close, items } = queueOf()
    const answers = Promise.all([queue.push(['a', 'b']), queue.push(['c'])])
    expect(items()).toEqual([])
    close()
    expect(items()).toEqual([['a', 'b', 'c']])
    groups[0]?.done()
    expect(await answers).toEqual([['a kept', 'b kept'], ['c kept']])
  })

  it('does not wait where there is enough', () => {
    const { queue, items } = queueOf()
    void queue.push(['a', 'b'])
    void queue.push(['c', 'd'])
    expect(items()).toEqual([['a', 'b', 'c', 'd']])
  })

  it('takes a request that is larger than a group as a whole', () => {
    const { queue, items } = queueOf()
    void queue.push(['a', 'b', 'c', 'd', 'e'])
    expect(items()).toEqual([['a', 'b', 'c', 'd', 'e']])
  })

  it('lets groups grow while all slots are taken', async () => {
    const { queue, groups, close, items } = queueOf()
    void queue.push(['a'])
    close()
    void queue.push(['b'])
    close()
    void queue.push(['c'])
    expect(items()).toEqual([['a']])
    groups[0]?.done()
    await turn()
    expect(items()).toEqual([['a'], ['b', 'c']])
  })

  it('writes as many groups at once as there are slots', () => {
    const { queue, items } = queueOf(2)
    for (let number = 0; number < 3; number += 1) void queue.push(['a', 'b', 'c', 'd'])
    expect(items()).toHaveLength(2)
  })

  it('tells all of a group that it failed, and goes on', async () => {
    const { queue, groups, close } = queueOf()
    const failed = Promise.allSettled([queue.push(['a']), queue.push(['b'])])
    close()
    groups[0]?.done(new Error('no'))
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const next = queue.push(['c'])
    close()
    groups[1]?.done()
    expect(await next).toEqual(['c kept'])
  })

  it('counts who waits until they are answered', async () => {
    const { queue, groups, close } = queueOf()
    const answer = queue.push(['a', 'b'])
    expect(queue.waiting()).toBe(2)
    close()
    expect(queue.waiting()).toBe(2)
    groups[0]?.done()
    await answer
    expect(queue.waiting()).toBe(0)
  })

  it('is empty when it has been drained', async () => {
    const { queue, groups } = queueOf()
    const answer = queue.push(['a'])
    const drained = queue.drain()
    groups[0]?.done()
    await drained
    expect(await answer).toEqual(['a kept'])
  })
})
