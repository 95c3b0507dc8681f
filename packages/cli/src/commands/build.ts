import { writeFileSync } from 'node:fs'
import type { Command } from '../command.ts'
import { reasonOf, UsageError } from '../errors.ts'
import { pathOf } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import type { World } from '../world.ts'

export const buildCommand: Command = {
  name: 'build',
  about: {
    en: 'Makes the compiled journey: checked, defaults filled in, texts parsed. Smaller on the page.',
    ja: 'コンパイル済みのジャーニーを作ります（検査済み・既定値の補完・文章の解析）。ページが軽くなります。',
  },
  takes: 'FILE',
  settings: [
    {
      flag: 'out',
      takes: 'FILE',
      otherwise: { en: 'the terminal', ja: '端末' },
      about: { en: 'Where to write it.', ja: '書き込み先。' },
    },
  ],
  run: runBuild,
}

async function runBuild(input: Input, world: World): Promise<number> {
  const [file, ...more] = input.words
  if (file === undefined || more.length > 0) {
    throw new UsageError('Name one journey file: firstwin build FILE --out FILE')
  }
  const text = JSON.stringify(readJourney(file, world))
  const out = input.one('out')
  if (out === undefined) world.print(text)
  else writeText(out, text, world)
  return 0
}

function writeText(file: string, text: string, world: World): void {
  try {
    writeFileSync(pathOf(file, world), `${text}\n`)
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${reasonOf(error)}).`, { cause: error })
  }
}
