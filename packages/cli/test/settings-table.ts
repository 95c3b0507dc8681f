import type { Setting } from '../src/command.ts'
import type { Words } from '../src/words.ts'

/** The settings as the rows of a table in a document, with single spaces. */
export function toRows(settings: readonly Setting[]): string[] {
  return settings.map(({ flag, takes, env, otherwise, about }) => {
    const value = takes === undefined ? '' : ` ${takes}`
    const names = [
      flag === undefined ? '' : code(`--${flag}${value}`),
      env === undefined ? '' : code(env),
    ]
    return `| ${names.join(' | ')} | ${english(otherwise)} | ${about.en} |`.replaceAll(/ +/g, ' ')
  })
}

function code(text: string): string {
  return `\`${text}\``
}

function english(words: string | Words | undefined): string {
  return typeof words === 'string' ? words : (words?.en ?? '')
}
