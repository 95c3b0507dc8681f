import type { Command } from './command.ts'
import { backupCommand } from './commands/backup.ts'
import { buildCommand } from './commands/build.ts'
import { checkCommand } from './commands/check.ts'
import { eraseUserCommand } from './commands/erase-user.ts'
import { exportUserCommand } from './commands/export-user.ts'
import { importCommand } from './commands/import.ts'
import { keysCommand } from './commands/keys.ts'
import { serveCommand } from './commands/serve.ts'
import { signCommand } from './commands/sign.ts'

/** Every command, in the order of the help. A new one is a file in `commands/` and a line here. */
export const commands: readonly Command[] = [
  checkCommand,
  buildCommand,
  keysCommand,
  signCommand,
  serveCommand,
  importCommand,
  backupCommand,
  exportUserCommand,
  eraseUserCommand,
]
