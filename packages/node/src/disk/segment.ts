import { readdirSync, statSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isOurFile } from './ours.ts'

/** A file of events that nothing is appended to any more. */
export interface Segment {
  readonly file: string
  readonly bytes: number
}

/** As the append log names them. What else may lie beside them is not ours. */
const NAME = /^\d{9}\.jsonl$/

/** The segments that lie in a folder, oldest first. */
export function findSegments(dir: string): Segment[] {
  const names = readdirSync(dir).filter((name) => NAME.test(name) && isOurFile(join(dir, name)))
  return names.toSorted().map((name) => {
    const file = join(dir, name)
    return { file, bytes: statSync(file).size }
  })
}

/**
 * The events in it, each in JSON. A line that was cut off, because the process or the machine ended
 * in it, is left out: nobody was told that it had been kept.
 */
export async function readSegment({ file }: Segment): Promise<string[]> {
  const text = await readFile(file, 'utf8')
  return text.split('\n').filter(isWhole)
}

export async function removeSegment({ file }: Segment): Promise<void> {
  await rm(file, { force: true })
}

function isWhole(line: string): boolean {
  try {
    return line !== '' && typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
