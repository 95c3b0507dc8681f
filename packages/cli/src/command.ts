import type { Input } from './read-input.ts'
import type { Words } from './words.ts'
import type { World } from './world.ts'

/** One setting: a flag, the variable that says the same, or both. The flag wins. */
export interface Setting {
  /** Without the two dashes. */
  readonly flag?: string
  /** `FIRSTWIN_…`. Several values stand in it with commas between them. */
  readonly env?: string
  /** What stands after the flag, for help: `PORT`. A flag without one is a yes. */
  readonly takes?: string
  /** It may be given several times. */
  readonly many?: true
  /** What holds if it is left out, for help. */
  readonly otherwise?: string | Words
  readonly about: Words
}

export interface Command {
  readonly name: string
  readonly about: Words
  /** The words after the command, for help: `FILE`. */
  readonly takes?: string
  readonly settings: readonly Setting[]
  /** The exit code. Errors with a message for the reader are thrown. */
  readonly run: (input: Input, world: World) => Promise<number>
}
