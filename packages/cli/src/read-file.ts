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

/** Any user of the machine. */
const READABLE_BY_ALL = 0o004

/**
 * The first line of a file that only its owner, or its group, may read.
 *
 * @throws {UsageError} If it cannot be read, is empty, or every user of the machine may read it.
 */
export function readSecretFile(file: string, world: World): string {
  const secret = readTextFile(file, world).split(/\r?\n/)[0]?.trim() ?? ''
  if (
    (statSync(pathOf(file, world)).mode & READABLE_BY_ALL) !== 0 &&
    process.platform !== 'win32'
  ) {
    throw new UsageError(`Every user of this machine can read ${file}. Run: chmod 600 ${file}`)
  }
  if (secret === '') throw new UsageError(`${file} is empty. Put the secret on its first line.`)
  return secret
}

export function unreadable(file: string, error: unknown): string {
  if (codeOf(error) === 'ENOENT') return `There is no file ${file}.`
  if (codeOf(error) === 'EACCES') return `This user may not read ${file}.`
  return `${file} cannot be read (${reasonOf(error)}).`
}
