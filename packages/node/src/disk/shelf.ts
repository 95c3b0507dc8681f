import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holdLock } from './hold-lock.ts'

/** A folder of events, held by one process at a time. */
export interface Shelf {
  readonly dir: string
  /** Removes everything in it but events. */
  clear: () => void
  /** Lets go of it. What lies in it stays, for whoever takes it next; an empty one is removed. */
  release: () => void
}

const LOCK = '.lock'

/** A new shelf below `folder`. The lock comes first: nobody may take it for one left behind. */
export function createShelf(folder: string, name: string): Shelf {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = holdLock(join(folder, name + LOCK))
  const dir = join(folder, name)
  mkdirSync(dir, { mode: 0o700 })
  return toShelf(dir, unlock ?? (() => undefined))
}

/** The shelves whose process is gone. They are ours from now on. */
export function adoptShelves(folder: string): Shelf[] {
  // Where somebody removed it under our feet, nothing is left behind in it.
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  return names.flatMap((name) => adopt(join(folder, name)) ?? [])
}

function adopt(dir: string): Shelf | undefined {
  const unlock = holdLock(dir + LOCK)
  if (!unlock) return undefined
  // Another process may have emptied and removed it, between our look and our lock.
  if (existsSync(dir)) return toShelf(dir, unlock)
  unlock()
  return undefined
}

function toShelf(dir: string, unlock: () => void): Shelf {
  let isReleased = false

  return {
    dir,
    clear: () => {
      for (const name of list(dir).filter((one) => !one.endsWith('.jsonl'))) {
        rmSync(join(dir, name))
      }
    },
    release() {
      if (isReleased) return
      isReleased = true
      const isEmpty = list(dir).length === 0
      if (isEmpty) rmSync(dir, { recursive: true, force: true })
      unlock()
      if (isEmpty) rmSync(dir + LOCK, { force: true })
    },
  }
}

function list(dir: string): string[] {
  return existsSync(dir) ? readdirSync(dir) : []
}
