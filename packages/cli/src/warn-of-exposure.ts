import { statSync } from 'node:fs'
import { pathOf } from './read-file.ts'
import type { Input } from './read-input.ts'
import type { World } from './world.ts'

const OTHERS_MAY_WRITE = 0o022
/** In such a folder only the owner of a file may rename or remove it. */
const STICKY = 0o1000

/** Says what other users of the machine could see or change: a password in a flag, and the folders. */
export function warnOfExposure(folders: readonly string[], input: Input, world: World): void {
  const say = SAID[world.language]
  if (input.isFlag('store') && hasPassword(input.one('store') ?? '')) world.complain(say.password)
  for (const folder of new Set(folders)) {
    if (isOpen(pathOf(folder, world))) world.complain(say.folder(folder))
  }
}

/** Of one with several hosts, too, which `URL` cannot read. */
function hasPassword(url: string): boolean {
  return /^\w+:\/\/[^@/]*:[^@/]+@/.test(url)
}

function isOpen(folder: string): boolean {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0
  return process.platform !== 'win32' && (mode & OTHERS_MAY_WRITE) !== 0 && (mode & STICKY) === 0
}

const SAID = {
  en: {
    password:
      'Every user of this machine can see the password in --store. Give the address in the variable FIRSTWIN_STORE instead.',
    folder: (folder: string) =>
      `Other users of this machine may write in ${folder}, and could replace the events and keys there. Run: chmod 700 ${folder}`,
  },
  ja: {
    password:
      '--store のパスワードは、このマシンのすべての利用者から見えます。代わりに環境変数 FIRSTWIN_STORE で渡してください。',
    folder: (folder: string) =>
      `${folder} にはほかの利用者も書き込めるため、中のイベントやキーを差し替えられるおそれがあります。chmod 700 ${folder} を実行してください。`,
  },
} as const
