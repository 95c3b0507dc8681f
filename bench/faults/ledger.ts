/** One thing that a page was told to track. */
export interface Tracked {
  readonly mark: string
  /** Number of the page, within the fault: what one page tracked is in order. */
  readonly page: number
  /** When the driver asked for it and when the page had answered, in ms since 1970. */
  readonly between: readonly [number, number]
  /** How far the page's clock was off when it sent, in ms. */
  readonly clockMs: () => number
  /** `undefined`: nobody was signed in; it may have been given to somebody later. */
  readonly user: string | undefined
}

/** What the pages of one fault tracked, in order. Kept by the driver, outside of every browser. */
export interface Ledger {
  readonly add: (tracked: Tracked) => void
  readonly all: () => readonly Tracked[]
}

export function createLedger(): Ledger {
  const list: Tracked[] = []
  return { add: (tracked) => void list.push(tracked), all: () => list }
}
