import { backUpSqlite } from '@firstwin/collector'
import type { Command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { existingFile, isClickHouse } from '../open-store.ts'
import { pathOf } from '../read-file.ts'
import type { Input } from '../read-input.ts'
import { DATA, STORE } from '../store-settings.ts'
import type { World } from '../world.ts'

export const backupCommand: Command = {
  name: 'backup',
  about: {
    en: 'Copies the embedded store into a new file, whole and consistent, while the collector runs.',
    ja: 'コレクターを動かしたまま、組み込みの保存先を一貫した状態で新しいファイルに複製します。',
  },
  takes: 'FILE',
  settings: [DATA, STORE],
  run: runBackup,
}

async function runBackup(input: Input, world: World): Promise<number> {
  const [file, ...more] = input.words
  if (file === undefined || more.length > 0) {
    throw new UsageError('Name one file to write: firstwin backup FILE')
  }
  if (isClickHouse(input)) {
    throw new UsageError(
      'This copies the embedded store. ClickHouse copies itself: BACKUP DATABASE.',
    )
  }
  await backUpSqlite(existingFile(input, world), pathOf(file, world))
  world.print(SAID[world.language](file))
  return 0
}

const SAID = {
  en: (file: string) => `Backed up to ${file}`,
  ja: (file: string) => `${file} に複製しました`,
} as const
