import { CollectorSetupError, StoreError } from '@firstwin/collector'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { UsageError } from './errors.ts'
import { helpOf, helpOfAll } from './help.ts'
import { readInput } from './read-input.ts'
import { visibleLines } from './visible.ts'
import type { World } from './world.ts'

/** Wrong use, as shells have it. */
const WRONG_USE = 2

/**
 * Runs one command line, without the program's own name.
 *
 * @returns The exit code: 0 if all is well, 1 if something failed, 2 if the line cannot be right.
 */
export async function run(args: readonly string[], given: World): Promise<number> {
  const world = withSafeTerminal(given)
  const [name = 'help', ...rest] = args
  const command = commands.find((known) => known.name === name)
  if (command) {
    if (!asksForHelp(rest)) return runCommand(command, rest, world)
    world.print(helpOf(command, world.language))
    return 0
  }
  const all = helpOfAll(commands, world.language)
  if (['help', '--help', '-h'].includes(name)) {
    world.print(all)
    return 0
  }
  world.complain(`There is no command "${name}".\n\n${all}`)
  return WRONG_USE
}

/** Files, stores and servers say things of which no terminal is to be steered. */
function withSafeTerminal(world: World): World {
  return {
    ...world,
    print: (line) => world.print(visibleLines(line)),
    complain: (line) => world.complain(visibleLines(line)),
  }
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

async function runCommand(command: Command, args: readonly string[], world: World) {
  try {
    return await command.run(readInput(command, args, world.env), world)
  } catch (error) {
    if (error instanceof UsageError) {
      world.complain(error.message)
      return WRONG_USE
    }
    if (error instanceof CollectorSetupError || error instanceof StoreError) {
      world.complain(error.message)
      return 1
    }
    throw error
  }
}
