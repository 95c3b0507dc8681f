import { StoreError } from '../../errors.ts'

/** Runs all of it in one transaction. Throws `StoreError` if it could not; then nothing is kept. */
export type Commit = (run: () => void) => void

export interface CommitQueueOptions {
  readonly commit: Commit
  /** Calls back when a group closes. */
  readonly schedule: (flush: () => void) => void
  /** Whether a failure is one of all jobs, and not of one of them. */
  readonly isOfAll: (error: StoreError) => boolean
}

export interface CommitQueue {
  /** Resolves with what `job` gave once that is on disk. `size` is how much of `waiting` it is. */
  push: <Result>(job: () => Result, size?: number) => Promise<Result>
  /** The sizes of all that is not on disk yet. */
  waiting: () => number
  /** Writes what is waiting, now. */
  flush: () => void
  /** Writes nothing until `until` has come to its end. What comes meanwhile waits. */
  hold: (until: Promise<unknown>) => void
  held: () => boolean
}

interface Waiting {
  /** Does the job, and gives what tells of it. */
  readonly run: () => () => void
  readonly reject: (reason: unknown) => void
}

/**
 * Group commit: what arrives within a few milliseconds shares one transaction, and so one wait for
 * the disk.
 */
export function createCommitQueue(options: CommitQueueOptions): CommitQueue {
  let group: Waiting[] = []
  let size = 0
  let holds = 0

  function flush(): void {
    if (holds > 0) return
    const closed = group
    group = []
    size = 0
    if (closed.length > 0) settle(closed, options)
  }

  return {
    push: (job, jobSize = 1) =>
      new Promise((resolve, reject) => {
        const run = (): (() => void) => {
          const result = job()
          return () => resolve(result)
        }
        group.push({ run, reject })
        size += jobSize
        if (group.length === 1) options.schedule(flush)
      }),
    waiting: () => size,
    flush,
    hold(until) {
      holds += 1
      const release = (): void => {
        holds -= 1
        flush()
      }
      until.then(release, release)
    },
    held: () => holds > 0,
  }
}

/** A group that fails is tried job by job, so that a bad one does not take the others with it. */
function settle(group: readonly Waiting[], options: CommitQueueOptions): void {
  try {
    let tell: (() => void)[] = []
    options.commit(() => {
      tell = group.map(({ run }) => run())
    })
    for (const one of tell) one()
  } catch (error) {
    const all = group.length === 1 || (error instanceof StoreError && options.isOfAll(error))
    for (const one of group) {
      if (all) one.reject(error)
      else settle([one], options)
    }
  }
}
