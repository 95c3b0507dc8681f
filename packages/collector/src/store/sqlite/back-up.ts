import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StoreError } from '../../errors.ts'
import { vacuum } from './vacuum.ts'

/**
 * Copies the events' file into a new one while a collector, in this process or another, goes on
 * writing it: all that was accepted before it began is in the copy, each request as a whole or not
 * at all. The copy is on disk and has its name only when it is complete. It holds no deleted rows.
 *
 * @example
 * const { bytes } = await backUpSqlite('data/events.db', 'backups/2026-11-22.db')
 * @throws {StoreError} If there is no such file, `target` exists, or it cannot be written.
 */
export async function backUpSqlite(file: string, target: string): Promise<{ bytes: number }> {
  if (!existsSync(file)) throw new StoreError(`There is no file ${file} to back up.`)
  if (existsSync(target)) {
    throw new StoreError(`${target} exists already. Name a file that does not exist.`)
  }
  const unfinished = `${target}.unfinished`
  try {
    rmSync(unfinished, { force: true })
    // For its owner only, as the file itself is.
    closeSync(openSync(unfinished, 'wx', 0o600))
    await vacuum(file, unfinished)
    sync(unfinished)
    renameSync(unfinished, target)
    // Windows has no such thing as a folder on disk.
    if (process.platform !== 'win32') sync(dirname(target))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return { bytes: statSync(target).size }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
