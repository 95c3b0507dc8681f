/** Writes a group. Rejects if nothing of it is surely kept. */
export type WriteGroup<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>

export interface InsertQueueOptions<Item, Result> {
  readonly write: WriteGroup<Item, Result>
  /** A group closes with so many items. */
  readonly maxItems: number
  /** How many groups may be under way. */
  readonly slots: number
  /** Says when a group closes that has not got so many. */
  readonly schedule: (close: () => void) => void
}

export interface InsertQueue<Item, Result> {
  /** Resolves with a result for each item, in their order. */
  push: (items: readonly Item[]) => Promise<readonly Result[]>
  /** Items that have not been answered. */
  waiting: () => number
  /** Writes what is waiting, and resolves when all is answered. */
  drain: () => Promise<void>
}

interface Job<Item, Result> {
  readonly items: readonly Item[]
  readonly resolve: (results: readonly Result[]) => void
  readonly reject: (reason: unknown) => void
}

/**
 * What arrives within a while shares one insert: a store that likes few large ones gets them
 * however small the requests are. While all slots are taken groups go on growing.
 */
export function createInsertQueue<Item, Result>(
  options: InsertQueueOptions<Item, Result>,
): InsertQueue<Item, Result> {
  const { write, maxItems, slots, schedule } = options
  let queue: Job<Item, Result>[] = []
  const underWay = new Set<Promise<void>>()
  let due = false
  let queued = 0
  let unanswered = 0

  function pump(): void {
    while (underWay.size < slots && queue.length > 0 && (due || queued >= maxItems)) {
      const [group, rest] = split(queue, maxItems)
      queue = rest
      queued -= countOf(group)
      due &&= rest.length > 0
      const done = settle(group, writeGroup).finally(() => {
        underWay.delete(done)
        pump()
      })
      underWay.add(done)
    }
  }

  /** Whoever has an answer is not waiting any more. */
  async function writeGroup(items: readonly Item[]): Promise<readonly Result[]> {
    try {
      return await write(items)
    } finally {
      unanswered -= items.length
    }
  }

  function close(): void {
    due = queue.length > 0
    pump()
  }

  return {
    push: (items) =>
      new Promise((resolve, reject) => {
        queue.push({ items, resolve, reject })
        queued += items.length
        unanswered += items.length
        if (queue.length === 1) schedule(close)
        pump()
      }),
    waiting: () => unanswered,
    drain: async () => {
      close()
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

function countOf(jobs: readonly Job<unknown, never>[]): number {
  return jobs.reduce((sum, { items }) => sum + items.length, 0)
}

/** As many jobs as fit, but at least one. */
function split<Item, Result>(
  jobs: Job<Item, Result>[],
  maxItems: number,
): [Job<Item, Result>[], Job<Item, Result>[]] {
  let size = 0
  const end = jobs.findIndex(({ items }, index) => {
    size += items.length
    return index > 0 && size > maxItems
  })
  return end === -1 ? [jobs, []] : [jobs.slice(0, end), jobs.slice(end)]
}

async function settle<Item, Result>(
  jobs: readonly Job<Item, Result>[],
  write: WriteGroup<Item, Result>,
): Promise<void> {
  try {
    const results = await write(jobs.flatMap(({ items }) => items))
    let next = 0
    for (const { items, resolve } of jobs) {
      resolve(results.slice(next, next + items.length))
      next += items.length
    }
  } catch (error) {
    for (const { reject } of jobs) reject(error)
  }
}
