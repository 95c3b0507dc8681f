/** Where the demo clock stands, in a form that a browser can go on from. */
export type ClockReading =
  /** Runs `offsetMs` ahead of the machine's clock. */
  | { kind: 'running'; offsetMs: number }
  /** Milliseconds since 1970. */
  | { kind: 'frozen'; at: number }

/** `machineNow` in milliseconds since 1970. */
export function readClock(reading: ClockReading, machineNow: number): number {
  return reading.kind === 'frozen' ? reading.at : machineNow + reading.offsetMs
}
