import { findSegments } from './disk/segment.ts'
import { adoptShelves, type Shelf } from './disk/shelf.ts'
import { readDrops, type Drops } from './send/drop-counts.ts'
import { fileParcel, type Parcel } from './send/parcel.ts'

export interface LeftBehindOptions {
  readonly folder: string
  readonly drops: Drops
  readonly onFound: (parcel: Parcel) => void
}

export interface LeftBehind {
  /** Takes over what processes left in the folder that are gone. */
  look: () => void
  /** Gives back what is not sent yet. */
  release: () => void
}

export function createLeftBehind({ folder, drops, onFound }: LeftBehindOptions): LeftBehind {
  const held = new Set<Shelf>()

  function takeOver(shelf: Shelf): void {
    held.add(shelf)
    for (const [reason, count] of Object.entries(readDrops(shelf.dir))) drops.add(reason, count)
    shelf.clear()
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
      for (const shelf of adoptShelves(folder)) takeOver(shelf)
    },
    release: () => {
      for (const shelf of held) shelf.release()
    },
  }
}
