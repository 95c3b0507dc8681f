import { readClock, type ClockReading } from '../model/clock-reading.ts'
import { createCell, type Cell } from './cell.ts'

/** The demo's clock in this page, kept right by the server. */
export interface PageClock {
  reading: Cell<ClockReading>
  /** Milliseconds since 1970. */
  now: () => number
}

export function createPageClock(first: ClockReading): PageClock {
  const reading = createCell(first)
  return { reading, now: () => readClock(reading.get(), Date.now()) }
}
