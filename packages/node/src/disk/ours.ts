import { lstatSync, statSync, type Stats } from 'node:fs'

const GROUP_MAY_WRITE = 0o020
const ALL_MAY_WRITE = 0o002
/** In such a folder (`/tmp`) only the owner of a file may rename or remove it. */
const STICKY = 0o1000
const ROOT = 0
/** Windows has neither such users nor such modes: there the rights of the folder must do. */
const uid = process.getuid?.()

/** Whether the folder belongs to the user of this process, and nobody else may write in it. */
export function isOurFolder(dir: string): boolean {
  const stats = look(dir)
  if (!stats?.isDirectory() || !isOurs(stats)) return false
  return !has(stats, GROUP_MAY_WRITE) && !has(stats, ALL_MAY_WRITE)
}

/** Whether it is a file (no link to one) of the user of this process. */
export function isOurFile(file: string): boolean {
  const stats = look(file)
  return stats?.isFile() === true && isOurs(stats)
}

/**
 * Who else could put other files in the place of ours in this folder, which may be a link; `undefined`
 * if nobody.
 */
export function whoElseMayWrite(folder: string): 'everybody' | 'some' | undefined {
  const stats = statSync(folder)
  if (uid === undefined) return undefined
  const isSticky = has(stats, STICKY)
  if (has(stats, ALL_MAY_WRITE) && !isSticky) return 'everybody'
  // Its owner may do all in it, whatever its mode.
  const isForeign = !isOurs(stats) && stats.uid !== ROOT
  return isForeign || (has(stats, GROUP_MAY_WRITE) && !isSticky) ? 'some' : undefined
}

function isOurs(stats: Stats): boolean {
  return uid === undefined || stats.uid === uid
}

function has({ mode }: Stats, bit: number): boolean {
  return uid !== undefined && (mode & bit) !== 0
}

function look(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}
