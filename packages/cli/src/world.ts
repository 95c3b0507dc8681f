import type { Language } from './words.ts'

/** What a command needs of its surroundings. Tests hand in their own. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Paths that a reader writes are taken from here. */
  readonly folder: string
  readonly language: Language
  /** The built script tag, where the package that has it started us: `serve` hands it out. */
  readonly scriptDir: URL | undefined
  /** Ms since 1970. */
  readonly now: () => number
  /** A line for the reader, or for the program that reads on. */
  readonly print: (line: string) => void
  /** A line about what went wrong, apart from the results. */
  readonly complain: (line: string) => void
  /** Resolves when we are told to stop: Ctrl+C, or SIGTERM. */
  readonly untilStopped: () => Promise<void>
}
