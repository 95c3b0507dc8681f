import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { UUID7 } from '../uuid7.ts'
import { holdLock } from './hold-lock.ts'
import { isOurFile, isOurFolder } from './ours.ts'

/** A folder of events, held by one process at a time. */
export interface Shelf {
  readonly dir: string
  /** Lets go of it. What lies in it stays, for whoever takes it next; an empty one is removed. */
  release: () => void
}

const LOCK = '.lock'
/** Lies in each shelf, so that no other folder is ever taken for one. */
const MARK = '.firstwin-shelf'

/** A new shelf below `folder`. The lock comes first: nobody may take it for one left behind. */
export function createShelf(folder: string, name: string): Shelf {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = holdLock(join(folder, name + LOCK))
  const dir = join(folder, name)
  mkdirSync(dir, { mode: 0o700 })
  closeSync(openSync(join(dir, MARK), 'wx', 0o600))
  return toShelf(dir, unlock ?? (() => undefined))
}

/**
 * The shelves whose process is gone. They are ours from now on. In the folder may lie whatever else
 * our host keeps there: only what bears our name and our mark is touched, and `onForeign` is told of a
 * shelf that another user owns or may write in, who could make us send what we never kept.
 */
export function adoptShelves(folder: string, onForeign: (dir: string) => void): Shelf[] {
  // Where somebody removed it under our feet, nothing is left behind in it.
  if (!existsSync(folder)) return []
  const dirs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && UUID7.test(entry.name))
    .map((entry) => join(folder, entry.name))
  return dirs.flatMap((dir) => {
    if (isShelf(dir)) return adopt(dir) ?? []
    // Of a folder of another user we may not be able to tell whether it bears our mark.
    if (!isOurFolder(dir) && existsSync(dir + LOCK)) onForeign(dir)
    return []
  })
}

function isShelf(dir: string): boolean {
  return isOurFolder(dir) && isOurFile(join(dir, MARK))
}

function adopt(dir: string): Shelf | undefined {
  const unlock = holdLock(dir + LOCK)
  if (!unlock) return undefined
  // Another process may have emptied and removed it, between our look and our lock.
  if (isShelf(dir)) return toShelf(dir, unlock)
  unlock()
  return undefined
}

function toShelf(dir: string, unlock: () => void): Shelf {
  let isReleased = false

  return {
    dir,
    release() {
      if (isReleased) return
      isReleased = true
      const isEmpty = existsSync(dir) && readdirSync(dir).every((name) => name === MARK)
      if (isEmpty) removeEmpty(dir)
      unlock()
      if (!existsSync(dir)) removeFile(dir + LOCK)
    },
  }
}

/** Never recursive: with anything else in it, the folder stays. */
function removeEmpty(dir: string): void {
  removeFile(join(dir, MARK))
  rmdirSync(dir)
}

function removeFile(file: string): void {
  if (existsSync(file)) unlinkSync(file)
}
