import { describe, expect, it } from 'vitest'
import { StoreError } from '../../errors.ts'
import { createCommitQueue } from './commit-queue.ts'

/** A queue whose groups close when the test says so. A failed commit keeps nothing. */
function queueOfWords() {
  const commits: string[][] = []
  let written: string[] = []
  let close = (): void => undefined
  const queue = createCommitQueue({
    commit: (run) => {
      written = []
      run()
      commits.push(written)
    },
    schedule: (flush) => {
      close = flush
    },
    isOfAll: ({ message }) => message === 'disk full',
  })
  const push = (word: string) =>
    queue.push(() => {
      if (word === 'bad') throw new StoreError('refused')
      if (word === 'big') throw new StoreError('disk full')
      written.push(word)
      return `${word} kept`
    }, word.length)
  return { commits, queue, push, close: () => close() }
}

const statuses = async (results: Promise<PromiseSettledResult<string>[]>) =>
  (await results).map(({ status }) => status)

describe('createCommitQueue', () => {
  it('commits what came in meanwhile at once, and gives each its own result', async () => {
    const { commits, push, close } = queueOfWords()
    const results = Promise.all([push('a'), push('b')])
    expect(commits).toEqual([])
    close()
    expect(await results).toEqual(['a kept', 'b kept'])
    expect(commits).toEqual([['a', 'b']])
  })

  it('starts a new group after one has closed', async () => {
    const { commits, push, close } = queueOfWords()
    const first = push('a')
    close()
    const second = push('b')
    close()
    expect([await first, await second]).toEqual(['a kept', 'b kept'])
    expect(commits).toEqual([['a'], ['b']])
  })

  it('keeps the others where one cannot be kept', async () => {
    const { commits, push, close } = queueOfWords()
    const results = Promise.allSettled([push('a'), push('bad'), push('b')])
    close()
    expect(await statuses(results)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(commits).toEqual([['a'], ['b']])
  })

  it('tries nothing again where everything would fail', async () => {
    const { commits, push, close } = queueOfWords()
    const results = Promise.allSettled([push('a'), push('big'), push('b')])
    close()
    expect(await statuses(results)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(commits).toEqual([])
  })

  it('says how much is waiting', async () => {
    const { queue, push, close } = queueOfWords()
    const results = Promise.all([push('four'), push('five')])
    expect(queue.waiting()).toBe(8)
    close()
    await results
    expect(queue.waiting()).toBe(0)
  })

  it('writes nothing while it is held, and everything after', async () => {
    const { commits, queue, push, close } = queueOfWords()
    const { promise, resolve } = Promise.withResolvers<undefined>()
    queue.hold(promise)
    const results = Promise.all([push('a'), push('b')])
    close()
    expect(queue.held()).toBe(true)
    expect(commits).toEqual([])
    resolve(undefined)
    expect(await results).toEqual(['a kept', 'b kept'])
    expect(commits).toEqual([['a', 'b']])
  })

  it('writes what is waiting when told to', async () => {
    const { queue, push } = queueOfWords()
    const result = push('a')
    queue.flush()
    expect(await result).toBe('a kept')
  })
})
