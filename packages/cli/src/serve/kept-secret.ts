import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf, UsageError } from '../errors.ts'
import { pathOf, readSecretFile } from '../read-file.ts'
import type { World } from '../world.ts'

export interface KeptSecret {
  readonly secret: string
  /** As the reader would write it. */
  readonly file: string
  /** It was made just now. */
  readonly isNew: boolean
}

/** The secret in `folder`/`name`; made, for its owner only, if it is not there yet. */
export function keptSecret(
  { folder, name, prefix = '' }: { folder: string; name: string; prefix?: string },
  world: World,
): KeptSecret {
  const file = join(folder, name)
  const isNew = !existsSync(pathOf(file, world))
  if (isNew) write(file, prefix + randomBytes(24).toString('hex'), world)
  return { secret: readSecretFile(file, world), file, isNew }
}

/**
 * The secret in `folder`/`name`, for commands that work on what is there: they make nothing.
 *
 * @throws {UsageError} If it is not there.
 */
export function foundSecret(folder: string, name: string, world: World): string {
  const file = join(folder, name)
  if (existsSync(pathOf(file, world))) return readSecretFile(file, world)
  throw new UsageError(
    `There is no ${file}. Name the folder of the collector with --data, or its write key with --key.`,
  )
}

function write(file: string, secret: string, world: World): void {
  const path = pathOf(file, world)
  try {
    mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new UsageError(
      `${file} cannot be written (${reasonOf(error)}). Make its folder writable, or name another one with --data.`,
      { cause: error },
    )
  }
}
