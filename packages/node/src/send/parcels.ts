import { reasonOf } from '../errors.ts'
import type { Drops } from './drop-counts.ts'
import type { Parcel } from './parcel.ts'

export interface ParcelsOptions {
  readonly maxBytes: number
  readonly drops: Drops
  readonly warn: (message: string) => void
}

export interface Parcels {
  add: (parcel: Parcel) => void
  isWaiting: () => boolean
  /** Loses the oldest ones while more waits than there is room for. */
  makeRoom: () => Promise<void>
  /** The oldest events that are not done yet, enough for a batch; none if nothing waits. */
  rest: () => Promise<readonly string[]>
  /** So many of them are done. A parcel is removed with its last one. */
  done: (count: number) => Promise<void>
}

interface Opened {
  readonly parcel: Parcel
  readonly rest: readonly string[]
}

/** Many short files (of processes that did not live long) are to fill a batch together. */
const ENOUGH = 100

/** Parcels, oldest first. */
export function createParcels({ maxBytes, drops, warn }: ParcelsOptions): Parcels {
  let parcels: readonly Parcel[] = []
  /** Those that are being sent, which are never lost to make room. */
  let opened: readonly Opened[] = []

  async function makeRoom(): Promise<void> {
    const bytes = parcels.reduce((sum, parcel) => sum + parcel.bytes, 0)
    const [oldest, ...later] = parcels
    if (!oldest || later.length === 0 || bytes <= maxBytes) return
    parcels = later
    const { length } = await oldest.read()
    drops.add('cap', length)
    warn(
      `More than ${maxBytes} bytes wait for the endpoint. The oldest events are lost, and counted.`,
    )
    await oldest.remove()
    await makeRoom()
  }

  async function rest(): Promise<readonly string[]> {
    const events = opened.flatMap((one) => one.rest)
    const [parcel, ...later] = parcels
    if (events.length >= ENOUGH || !parcel) return events
    parcels = later
    try {
      const found = await parcel.read()
      if (found.length === 0) await parcel.remove()
      else opened = [...opened, { parcel, rest: found }]
    } catch (error) {
      // Its file stays, for the next start.
      warn(`Events that wait cannot be read (${reasonOf(error)}).`)
    }
    return rest()
  }

  async function done(count: number): Promise<void> {
    const [first, ...later] = opened
    if (!first || count === 0) return
    const left = first.rest.slice(count)
    opened = left.length === 0 ? later : [{ parcel: first.parcel, rest: left }, ...later]
    if (left.length > 0) return
    await first.parcel.remove()
    await done(count - first.rest.length)
  }

  return {
    add: (parcel) => void (parcels = [...parcels, parcel]),
    isWaiting: () => opened.length > 0 || parcels.length > 0,
    makeRoom,
    rest,
    done,
  }
}
