import { generateKeyPairSync } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import type { Command } from '../command.ts'
import { reasonOf, UsageError } from '../errors.ts'
import { pathOf } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import { readSigningKey, toPublicText } from '../sign/signing-key.ts'
import type { World } from '../world.ts'

export const keysCommand: Command = {
  name: 'keys',
  about: {
    en: 'Makes the key that signs journeys, for its owner only, and prints its public half for pages. Of a key that is there already it prints the public half.',
    ja: 'ジャーニーに署名する鍵を（所有者だけが読めるように）作り、ページに書く公開鍵を表示します。鍵がすでにあるときは、その公開鍵を表示します。',
  },
  takes: 'FILE',
  settings: [],
  run: runKeys,
}

async function runKeys({ words }: Input, world: World): Promise<number> {
  const [file, ...more] = words
  if (file === undefined || more.length > 0) {
    throw new UsageError('Name one file for the private key: firstwin keys private.pem')
  }
  const isNew = !existsSync(pathOf(file, world))
  if (isNew) writeKey(file, world)
  const key = toPublicText(readSigningKey(file, world))
  const said = SAID[world.language]
  if (isNew) world.complain(said.made(file))
  world.complain(said.pin)
  world.print(`data-trust="${key}"`)
  return 0
}

/** Never over another one. */
function writeKey(file: string, world: World): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  const text = privateKey.export({ type: 'pkcs8', format: 'pem' })
  try {
    writeFileSync(pathOf(file, world), text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${reasonOf(error)}).`, { cause: error })
  }
}

const SAID = {
  en: {
    made: (file: string) =>
      `Made ${file}. Whoever has it can sign journeys: keep it where releases are made, never in the repository.`,
    pin: 'For the tag of your pages, or `trust` of init:',
  },
  ja: {
    made: (file: string) =>
      `${file} を作りました。これを持つ人はジャーニーに署名できます。リリースを行う場所に保管し、リポジトリには入れないでください。`,
    pin: 'ページのタグ、または init の trust に書く公開鍵：',
  },
} as const
