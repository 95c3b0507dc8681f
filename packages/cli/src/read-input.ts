import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Command, Setting } from './command.ts'
import { reasonOf, UsageError } from './errors.ts'
import type { World } from './world.ts'

/** What the reader asked for. Names are those of the flags, or of the variable without a flag. */
export interface Input {
  /** The words that are no flags, after the command. */
  readonly words: readonly string[]
  has: (name: string) => boolean
  /** Whether it stands on the command line itself, which every user of the machine may see. */
  isFlag: (name: string) => boolean
  /** The last one given. */
  one: (name: string) => string | undefined
  all: (name: string) => readonly string[]
}

/** @throws {UsageError} If a flag is not one of the command's, or lacks its value. */
export function readInput(command: Command, args: readonly string[], env: World['env']): Input {
  const { values, positionals } = parse(command, args)
  const given = new Map(
    command.settings.map((setting) => [nameOf(setting), valuesOf(setting, values, env)]),
  )
  const all = (name: string): readonly string[] => given.get(name) ?? []
  return {
    words: positionals,
    has: (name) => all(name).length > 0,
    isFlag: (name) => values[name] !== undefined,
    one: (name) => all(name).at(-1),
    all,
  }
}

type Values = Readonly<Record<string, unknown>>

function parse(command: Command, args: readonly string[]) {
  const flags = command.settings.filter(({ flag }) => flag !== undefined)
  const options: ParseArgsOptionsConfig = Object.fromEntries(
    flags.map((setting) => [
      setting.flag,
      { type: setting.takes === undefined ? 'boolean' : 'string', multiple: true },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's advice on words that begin with a dash follows its first sentence.
    const what = reasonOf(error).split('. ')[0] ?? ''
    throw new UsageError(`${what}. \`firstwin ${command.name} --help\` lists the flags.`, {
      cause: error,
    })
  }
}

function valuesOf(setting: Setting, values: Values, env: World['env']): readonly string[] {
  const given = values[setting.flag ?? '']
  if (Array.isArray(given)) return given.filter((value) => value !== false).map(String)
  const text = setting.env === undefined ? undefined : env[setting.env]
  if (text === undefined || text === '') return []
  const isList = setting.many === true
  return isList ? text.split(',').map((part) => part.trim()) : [text]
}

function nameOf({ flag, env }: Setting): string {
  return flag ?? env ?? ''
}
