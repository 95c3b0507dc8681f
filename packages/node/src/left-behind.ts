import { findSegments } from './disk/segment.ts'
import { adoptShelves, type Shelf } from './disk/shelf.ts'
import { readDrops, removeDrops, type Drops } from './send/drop-counts.ts'
import { fileParcel, type Parcel } from './send/parcel.ts'

export interface LeftBehindOptions {
  readonly folder: string
  readonly drops: Drops
  readonly onFound: (parcel: Parcel) => void
  readonly warn: (message: string) => void
}

export interface LeftBehind {
  /** Takes over what processes left in the folder that are gone. */
  look: () => void
  /** Gives back what is not sent yet. */
  release: () => void
}

export function createLeftBehind({ folder, drops, onFound, warn }: LeftBehindOptions): LeftBehind {
  const held = new Set<Shelf>()
  const foreign = new Set<string>()

  /** Once: we look again and again. */
  function tellForeign(dir: string): void {
    if (foreign.has(dir)) return
    foreign.add(dir)
    warn(
      `Events in ${dir} are not sent: another user owns that folder, or may write in it. ` +
        'Send them by a process of that user, or remove the folder.',
    )
  }

  function takeOver(shelf: Shelf): void {
    held.add(shelf)
    for (const [reason, count] of Object.entries(readDrops(shelf.dir))) drops.add(reason, count)
    removeDrops(shelf.dir)
    const segments = findSegments(shelf.dir)
    let left = segments.length
    const giveBack = (): void => {
      held.delete(shelf)
      shelf.release()
    }
    const onRemoved = (): void => {
      left -= 1
      if (left === 0) giveBack()
    }
    for (const segment of segments) onFound(fileParcel(segment, onRemoved))
    if (left === 0) giveBack()
  }

  return {
    look: () => {
      for (const shelf of adoptShelves(folder, tellForeign)) takeOver(shelf)
    },
    release: () => {
      for (const shelf of held) shelf.release()
    },
  }
}
