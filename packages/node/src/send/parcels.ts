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
  /** The events of the oldest parcel that are not done yet; none if nothing waits. */
  rest: () => Promise<readonly string[]>
  /** So many of them are done. A parcel is removed with its last one. */
  done: (count: number) => Promise<void>
}

interface Opened {
  readonly parcel: Parcel
  readonly rest: readonly string[]
}

/** Parcels, oldest first. */
export function createParcels({ maxBytes, drops, warn }: ParcelsOptions): Parcels {
  let parcels: readonly Parcel[] = []
  /** The one that is being sent, which is never lost to make room. */
  let opened: Opened | undefined

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
    if (opened) return opened.rest
    const [parcel, ...later] = parcels
    if (!parcel) return []
    parcels = later
    try {
      opened = { parcel, rest: await parcel.read() }
      if (opened.rest.length === 0) await done(0)
    } catch (error) {
      // Its file stays, for the next start.
      warn(`Events that wait cannot be read (${reasonOf(error)}).`)
    }
    return rest()
  }

  async function done(count: number): Promise<void> {
    if (!opened) return
    const { parcel } = opened
    const left = opened.rest.slice(count)
    opened = left.length === 0 ? undefined : { parcel, rest: left }
    if (left.length === 0) await parcel.remove()
  }

  return {
    add: (parcel) => void (parcels = [...parcels, parcel]),
    isWaiting: () => opened !== undefined || parcels.length > 0,
    makeRoom,
    rest,
    done,
  }
}
