import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { codeOf, reasonOf, UsageError } from './errors.ts'
import type { World } from './world.ts'

/** The path that the reader means. */
export function pathOf(file: string, { folder }: World): string {
  return isAbsolute(file) ? file : join(folder, file)
}

/** @throws {UsageError} If the file cannot be read. */
export function readTextFile(file: string, world: World): string {
  try {
    return readFileSync(pathOf(file, world), 'utf8')
  } catch (error) {
    throw new UsageError(unreadable(file, error), { cause: error })
  }
}

/** By any user of the machine. */
const READABLE_BY_ALL = 0o004
/** By its group, or any user of the machine. */
const WRITABLE_BY_OTHERS = 0o022

/**
 * The first line of a file that only its owner, or its group, may read, and only its owner may change.
 *
 * @throws {UsageError} If it is empty, or as `readPrivateFile` does.
 */
export function readSecretFile(file: string, world: World): string {
  const secret = readPrivateFile(file, world).split(/\r?\n/)[0]?.trim() ?? ''
  if (secret === '') throw new UsageError(`${file} is empty. Put the secret on its first line.`)
  return secret
}

/**
 * A file that only its owner, or its group, may read, and only its owner may change.
 *
 * @throws {UsageError} If it cannot be read, every user of the machine may read it, or another one
 * may change it.
 */
export function readPrivateFile(file: string, world: World): string {
  const text = readTextFile(file, world)
  const mode = process.platform === 'win32' ? 0 : statSync(pathOf(file, world)).mode
  if ((mode & READABLE_BY_ALL) !== 0) {
    throw new UsageError(`Every user of this machine can read ${file}. Run: chmod 600 ${file}`)
  }
  if ((mode & WRITABLE_BY_OTHERS) !== 0) {
    throw new UsageError(`Other users of this machine can change ${file}. Run: chmod 600 ${file}`)
  }
  return text
}

export function unreadable(file: string, error: unknown): string {
  if (codeOf(error) === 'ENOENT') return `There is no file ${file}.`
  if (codeOf(error) === 'EACCES') return `This user may not read ${file}.`
  return `${file} cannot be read (${reasonOf(error)}).`
}
