import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many were lost, by reason. */
export type DropCounts = Readonly<Record<string, number>>

export interface Drops {
  add: (reason: string, by: number) => void
  read: () => DropCounts
  /** Takes off what the endpoint has been told. */
  settle: (told: DropCounts) => void
}

const FILE = 'dropped.json'

/** Counts what is lost until it has been told, in a file of `dir`, so that a restart tells it, too. */
export function createDrops(dir: string): Drops {
  let counts = readDrops(dir)

  function set(next: DropCounts): void {
    counts = Object.fromEntries(Object.entries(next).filter(([, count]) => count > 0))
    try {
      writeFileSync(join(dir, FILE), JSON.stringify(counts), { mode: 0o600 })
    } catch {
      // Where the disk is full the count lives in memory: nothing better is left to do with it.
    }
  }

  return {
    add: (reason, by) => set({ ...counts, [reason]: (counts[reason] ?? 0) + by }),
    read: () => counts,
    settle: (told) => {
      const left = Object.entries(counts).map(([reason, count]) => [
        reason,
        count - (told[reason] ?? 0),
      ])
      if (Object.keys(told).length > 0) set(Object.fromEntries(left))
    },
  }
}

/** What a folder says that somebody left behind. */
export function readDrops(dir: string): DropCounts {
  const file = join(dir, FILE)
  if (!existsSync(file)) return {}
  try {
    const counts: Record<string, unknown> = Object(JSON.parse(readFileSync(file, 'utf8')))
    return Object.fromEntries(
      Object.entries(counts).flatMap(([reason, count]) =>
        typeof count === 'number' ? [[reason, count]] : [],
      ),
    )
  } catch {
    return {}
  }
}

/** Once they are told, or counted elsewhere. */
export function removeDrops(dir: string): void {
  rmSync(join(dir, FILE), { force: true })
}
