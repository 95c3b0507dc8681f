export interface ConsoleRecord {
  /** One line for each call of `warn` and `error`, with its details. */
  readonly lines: string[]
  /** Those that name this, a code or a word. */
  about: (word: string) => string[]
  /** Puts the console back. */
  stop: () => void
}

/** For tests: takes the place of the console's warnings and errors, and writes them down. */
export function recordConsole(): ConsoleRecord {
  const lines: string[] = []
  const write = (...args: readonly unknown[]): void => void lines.push(args.map(String).join(' '))
  const { warn, error } = globalThis.console
  Object.assign(globalThis.console, { warn: write, error: write })
  return {
    lines,
    about: (word) => lines.filter((line) => line.includes(word)),
    stop: () => void Object.assign(globalThis.console, { warn, error }),
  }
}
