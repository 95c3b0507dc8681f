import type { Command } from '../command.ts'
import { UsageError } from '../errors.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import type { World } from '../world.ts'
import { writeResult } from '../write-result.ts'

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
  writeResult(input.one('out'), `${JSON.stringify(readJourney(file, world))}\n`, world)
  return 0
}
