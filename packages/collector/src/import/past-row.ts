/** A row of a file. Of CSV all values are texts; of JSON lines they may be anything. */
export interface PastRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly values: ReadonlyMap<string, unknown>
}

/** A row that is none, and why. */
export interface BrokenRow {
  readonly line: number
  readonly problem: string
}
