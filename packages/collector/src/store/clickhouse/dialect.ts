/** What a server of this version understands beyond those of 2018. */
export interface Dialect {
  /** Codecs, low cardinality, and files that are written to the disk before the answer. */
  readonly modern: boolean
  /** Whether an insert may carry a token by which its repetition is known. */
  readonly tokens: boolean
  /** Whether one can say how often it looks for files that it may delete: else every 30 s. */
  readonly tidies: boolean
}

const MODERN = 21
const TOKENS = 22.2
const TIDIES = 24

/** From what `SELECT version()` answers: `18.16.1`, `26.7.2.1`. */
export function dialectOf(version: string): Dialect {
  const release = Number.parseFloat(version)
  return { modern: release >= MODERN, tokens: release >= TOKENS, tidies: release >= TIDIES }
}
