import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { untilSure } from '../until.ts'

interface Process {
  readonly id: number
  readonly parent: number
  readonly command: string
}

/** All processes of which the command line has this text. Linux only. */
function findProcesses(text: string): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
    .filter(({ command }) => command.includes(text))
}

/** None where it has ended meanwhile. */
function readProcess(id: number): Process[] {
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
    return [{ id, command, parent: Number(parent) }]
  } catch {
    return []
  }
}

/** SIGKILL to all that were started on this folder, which is ours. Resolves when they are gone. */
export async function killAll(folder: string): Promise<void> {
  for (const { id } of findProcesses(folder)) kill(id)
  await untilSure('the browser’s end', () => findProcesses(folder).length === 0)
}

/** SIGKILL to those processes of the browser on this folder in which pages run. */
export async function killPages(folder: string): Promise<void> {
  const ids = new Set(findProcesses(folder).map(({ id }) => id))
  const pages = findProcesses('-contentproc').filter(
    ({ parent, command }) => ids.has(parent) && command.trimEnd().endsWith('tab'),
  )
  for (const { id } of pages) kill(id)
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

/** Whether any file below the folder has this text, as Latin or as UTF-16. */
export async function isWritten(folder: string, text: string): Promise<boolean> {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')]
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/leveldb|[\\/]ls[\\/]/.test(name) || name.endsWith(JOURNAL)) continue
    const bytes = await read(join(folder, name))
    const isThere = needles.some((needle) => bytes.includes(needle))
    // As long as it has a journal it is a transaction that a killed browser takes back.
    if (isThere && (await read(join(folder, name + JOURNAL))).length === 0) return true
  }
  return false
}

/** SQLite's: there, and not empty, while a transaction is under way. */
const JOURNAL = '-journal'

function read(file: string): Promise<Buffer> {
  return readFile(file).catch(() => Buffer.alloc(0))
}
