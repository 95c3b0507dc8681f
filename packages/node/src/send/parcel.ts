import { readSegment, removeSegment, type Segment } from '../disk/segment.ts'

/** Events that are waiting to be sent: a file, or what could not be written to one. */
export interface Parcel {
  readonly bytes: number
  /** The events in it, each in JSON. */
  read: () => Promise<readonly string[]>
  /** The endpoint has them, or they are lost. */
  remove: () => Promise<void>
}

/** `onRemoved` is called once the file is gone. */
export function fileParcel(segment: Segment, onRemoved: () => void = () => undefined): Parcel {
  return {
    bytes: segment.bytes,
    read: () => readSegment(segment),
    remove: async () => {
      await removeSegment(segment)
      onRemoved()
    },
  }
}

/** For events whose disk is full or broken: they are sent, and lost if the process ends before. */
export function looseParcel(events: readonly string[]): Parcel {
  return {
    bytes: events.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    read: async () => events,
    remove: async () => undefined,
  }
}
