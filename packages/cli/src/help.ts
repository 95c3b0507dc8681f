import type { Command, Setting } from './command.ts'
import type { Language, Words } from './words.ts'

const USAGE: Words = { en: 'Usage', ja: '使い方' }
const COMMANDS: Words = { en: 'Commands', ja: 'コマンド' }
const SETTINGS: Words = {
  en: 'Flags, and the variables that say the same',
  ja: 'フラグと、同じ意味の環境変数',
}
const MORE: Words = {
  en: 'firstwin COMMAND --help says more of one.',
  ja: 'firstwin コマンド --help で詳しい説明を表示します。',
}
const OTHERWISE: Words = { en: 'Default', ja: '既定値' }

/** The list of all commands. */
export function helpOfAll(commands: readonly Command[], language: Language): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const rows = commands.map(({ name, about }) => `  ${name.padEnd(width)}  ${about[language]}`)
  const usage = `${USAGE[language]}: firstwin COMMAND`
  return [usage, '', `${COMMANDS[language]}:`, ...rows, '', MORE[language]].join('\n')
}

/** What one command does, and each of its settings. */
export function helpOf(command: Command, language: Language): string {
  const { name, takes, about, settings } = command
  const usage = `${USAGE[language]}: firstwin ${name}${takes === undefined ? '' : ` ${takes}`}`
  const rows = settings.flatMap((setting) => [
    `  ${namesOf(setting).join('  ')}`,
    `      ${setting.about[language]}${otherwise(setting, language)}`,
  ])
  const list = rows.length === 0 ? [] : ['', `${SETTINGS[language]}:`, ...rows]
  return [usage, '', about[language], ...list].join('\n')
}

/** `--port PORT` and `FIRSTWIN_PORT`, as far as the setting has them. */
export function namesOf({ flag, takes, env }: Setting): string[] {
  const value = takes === undefined ? '' : ` ${takes}`
  return [...(flag === undefined ? [] : [`--${flag}${value}`]), ...(env === undefined ? [] : [env])]
}

function otherwise({ otherwise: value }: Setting, language: Language): string {
  if (value === undefined) return ''
  return ` ${OTHERWISE[language]}: ${typeof value === 'string' ? value : value[language]}`
}
