import { describe, expect, it } from 'vitest'
import { createCommitQueue } from './commit-queue.ts'

/** A queue whose groups close when the test says so, over a commit that refuses the job `bad`. */
function queueOfWords() {
  const commits: string[][] = []
  let close = (): void => undefined
  const queue = createCommitQueue<string, string>(
    (jobs) => {
      commits.push([...jobs])
      if (jobs.includes('bad')) throw new Error('refused')
      return jobs.map((job) => `${job} kept`)
    },
    (flush) => {
      close = flush
    },
  )
  return { commits, queue, close: () => close() }
}

describe('createCommitQueue', () => {
  it('commits what came in meanwhile at once, and gives each its own result', async () => {
    const { commits, queue, close } = queueOfWords()
    const results = Promise.all([queue.push('a'), queue.push('b')])
    expect(commits).toEqual([])
    close()
    expect(await results).toEqual(['a kept', 'b kept'])
    expect(commits).toEqual([['a', 'b']])
  })

  it('starts a new group after one has closed', async () => {
    const { commits, queue, close } = queueOfWords()
    const first = queue.push('a')
    close()
    const second = queue.push('b')
    close()
    expect([await first, await second]).toEqual(['a kept', 'b kept'])
    expect(commits).toEqual([['a'], ['b']])
  })

  it('keeps the others where one cannot be kept', async () => {
    const { queue, close } = queueOfWords()
    const results = Promise.allSettled([queue.push('a'), queue.push('bad'), queue.push('b')])
    close()
    expect((await results).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  it('writes what is waiting when told to', async () => {
    const { queue } = queueOfWords()
    const result = queue.push('a')
    queue.flush()
    expect(await result).toBe('a kept')
  })
})
