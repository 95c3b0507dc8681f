import type { Command } from './command.ts'
import { serveCommand } from './commands/serve.ts'

/** Every command, in the order of the help. A new one is a file in `commands/` and a line here. */
export const commands: readonly Command[] = [serveCommand]
