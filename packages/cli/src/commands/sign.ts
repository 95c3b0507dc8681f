import { isCompiled } from '@firstwin/engine'
import type { Command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { readTextFile } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import { readJourney } from '../read-journey.ts'
import { DAYS, readClaims } from '../sign/read-claims.ts'
import { signJourney } from '../sign/sign-journey.ts'
import { readSigningKey } from '../sign/signing-key.ts'
import type { World } from '../world.ts'
import { writeResult } from '../write-result.ts'

export const signCommand: Command = {
  name: 'sign',
  about: {
    en: 'Signs a journey for pages that take no other (`trust`). A raw one is checked and compiled first.',
    ja: '署名済みのジャーニーしか受け付けないページ（`trust`）のために、ジャーニーに署名します。未コンパイルのものは検査・コンパイルしてから署名します。',
  },
  takes: 'FILE',
  settings: [
    {
      flag: 'key',
      takes: 'FILE',
      env: 'FIRSTWIN_SIGNING_KEY_FILE',
      about: {
        en: 'The private key, as `firstwin keys` makes it.',
        ja: '秘密鍵のファイル（`firstwin keys` で作ります）。',
      },
    },
    {
      flag: 'audience',
      takes: 'ORIGIN',
      env: 'FIRSTWIN_AUDIENCE',
      many: true,
      about: {
        en: 'The origin of the pages that may show it: https://app.example.com. May be given several times.',
        ja: 'これを表示してよいページのオリジン（https://app.example.com）。複数指定できます。',
      },
    },
    {
      flag: 'days',
      takes: 'DAYS',
      otherwise: String(DAYS),
      about: {
        en: 'How long it is good. Sign it anew before that.',
        ja: '有効な日数。期限が切れる前に署名し直してください。',
      },
    },
    {
      flag: 'seq',
      takes: 'NUMBER',
      otherwise: { en: 'the time, in seconds', ja: '現在時刻（秒）' },
      about: {
        en: 'Its place in the order of versions: a device takes none that is lower than its last.',
        ja: '版の順番。端末は、前に受け取ったものより小さい番号を受け付けません。',
      },
    },
    {
      flag: 'out',
      takes: 'FILE',
      otherwise: { en: 'the terminal', ja: '端末' },
      about: { en: 'Where to write it.', ja: '書き込み先。' },
    },
  ],
  run: runSign,
}

/** As much as pages take. */
const MOST_BYTES = 256_000

async function runSign(input: Input, world: World): Promise<number> {
  const [file, ...more] = input.words
  const keyFile = input.one('key')
  if (file === undefined || more.length > 0 || keyFile === undefined) {
    throw new UsageError(
      'Name one journey file and the key: firstwin sign FILE --key private.pem --audience https://app.example.com --out FILE',
    )
  }
  const claims = readClaims(input, world)
  const journey = readCompiled(file, world)
  const text = `${signJourney(journey, claims, readSigningKey(keyFile, world))}\n`
  const bytes = Buffer.byteLength(text)
  if (bytes > MOST_BYTES) {
    throw new UsageError(`${file} has ${bytes} bytes when it is signed; pages take ${MOST_BYTES}.`)
  }
  writeResult(input.one('out'), text, world)
  world.complain(SAID[world.language](claims.aud.join(', '), new Date(claims.exp * 1000)))
  return 0
}

/** One that is compiled already is signed as it is. */
function readCompiled(file: string, world: World): string {
  const text = readTextFile(file, world).trim()
  return isCompiled(parse(text)) ? text : JSON.stringify(readJourney(file, world))
}

/** `undefined` if it is no JSON: those who compile it say where and why. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const toDay = (time: Date): string => time.toISOString().slice(0, 10)

const SAID = {
  en: (pages: string, end: Date) => `Signed for ${pages}, good until ${toDay(end)}.`,
  ja: (pages: string, end: Date) => `${pages} 向けに署名しました（${toDay(end)} まで有効）。`,
} as const
