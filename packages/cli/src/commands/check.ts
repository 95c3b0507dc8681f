import { checkJourney, formatIssue } from '@firstwin/schema'
import type { Command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { readTextFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import type { World } from '../world.ts'

export const checkCommand: Command = {
  name: 'check',
  about: {
    en: 'Says what is wrong with journey files: file, line, column, and what was probably meant.',
    ja: 'ジャーニーのファイルの誤りを、ファイル・行・列・修正候補つきで示します。',
  },
  takes: 'FILE…',
  settings: [],
  run: runCheck,
}

/** Names that a shell without a file to match leaves as they are are told of as missing. */
async function runCheck({ words }: Input, world: World): Promise<number> {
  if (words.length === 0) throw new UsageError('Name a journey file: firstwin check FILE')
  const results = words.map((file) => checkFile(file, world))
  return results.every((isSound) => isSound) ? 0 : 1
}

function checkFile(file: string, world: World): boolean {
  const { issues, journey } = checkJourney(readTextFile(file, world))
  for (const issue of issues) {
    const { suggestion } = issue
    const hint = suggestion === undefined ? '' : ` [${suggestion}]`
    world.print(formatIssue(issue, file) + hint)
  }
  if (issues.length === 0) world.print(`${file}: ${FINE[world.language]}`)
  return journey !== undefined
}

const FINE = { en: 'no issues', ja: '問題はありません' } as const
