/** Writes several jobs in one transaction. Throws if it could not; then nothing of them is kept. */
export type Commit<Job, Result> = (jobs: readonly Job[]) => readonly Result[]

export interface CommitQueue<Job, Result> {
  push: (job: Job) => Promise<Result>
  /** Writes what is waiting, now. */
  flush: () => void
}

interface Waiting<Job, Result> {
  job: Job
  resolve: (result: Result) => void
  reject: (reason: unknown) => void
}

/**
 * Group commit: what arrives within a few milliseconds shares one transaction, and so one wait for
 * the disk. `schedule` says when a group closes.
 */
export function createCommitQueue<Job, Result>(
  commit: Commit<Job, Result>,
  schedule: (flush: () => void) => void,
): CommitQueue<Job, Result> {
  let waiting: Waiting<Job, Result>[] = []

  function flush(): void {
    const group = waiting
    waiting = []
    if (group.length > 0) settle(group, commit)
  }

  return {
    push: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject })
        if (waiting.length === 1) schedule(flush)
      }),
    flush,
  }
}

/** A group that fails is tried job by job, so that a bad one does not take the others with it. */
function settle<Job, Result>(group: readonly Waiting<Job, Result>[], commit: Commit<Job, Result>) {
  try {
    const results = commit(group.map(({ job }) => job))
    for (const [index, result] of results.entries()) group[index]?.resolve(result)
  } catch (error) {
    if (group.length === 1) group[0]?.reject(error)
    else for (const one of group) settle([one], commit)
  }
}
