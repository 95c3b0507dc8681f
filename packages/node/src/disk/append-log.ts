import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { newFile } from './new-file.ts'
import type { Segment } from './segment.ts'

/** Large enough for a few batches, small enough to be read at once. */
const SEGMENT_BYTES = 256 * 1024

export interface AppendLog {
  /**
   * Whether the line is on disk, for good. Lines that come together share one wait for the disk.
   * Never rejects.
   */
  append: (line: string) => Promise<boolean>
  /** Ends the file that is being written, so that it can be sent. `undefined` if it is empty. */
  seal: () => Promise<Segment | undefined>
}

export interface AppendLogOptions {
  readonly dir: string
  /** Told of a file that was ended because it is full. */
  readonly onFull: (segment: Segment) => void
  /** Told why lines could not be written. */
  readonly onFailure: (error: unknown) => void
}

interface Line {
  readonly text: string
  readonly settle: (isOnDisk: boolean) => void
}

interface Open extends Segment {
  readonly handle: FileHandle
}

/** Appends lines to files of a folder: 1.jsonl, 2.jsonl, … */
export function createAppendLog({ dir, onFull, onFailure }: AppendLogOptions): AppendLog {
  let waiting: Line[] = []
  let count = 0
  let current: Open | undefined
  let work = Promise.resolve()

  async function write(): Promise<void> {
    const lines = waiting
    waiting = []
    if (lines.length === 0) return
    try {
      current ??= await openNext()
      const text = lines.map((line) => `${line.text}\n`).join('')
      await current.handle.appendFile(text)
      await current.handle.datasync()
      current = { ...current, bytes: current.bytes + Buffer.byteLength(text) }
      for (const line of lines) line.settle(true)
    } catch (error) {
      onFailure(error)
      for (const line of lines) line.settle(false)
      // A part of a line may stand at its end: nothing is to follow that.
      await endQuietly()
    }
    if (current && current.bytes >= SEGMENT_BYTES) await endQuietly()
  }

  async function openNext(): Promise<Open> {
    count += 1
    const name = `${String(count).padStart(9, '0')}.jsonl`
    return { file: join(dir, name), handle: await newFile(dir, name), bytes: 0 }
  }

  async function end(): Promise<Segment | undefined> {
    const ended = current
    current = undefined
    await ended?.handle.close()
    return ended && { file: ended.file, bytes: ended.bytes }
  }

  async function endOrTell(): Promise<Segment | undefined> {
    try {
      return await end()
    } catch (error) {
      onFailure(error)
      return undefined
    }
  }

  async function endQuietly(): Promise<void> {
    const ended = await endOrTell()
    if (ended) onFull(ended)
  }

  return {
    append: (text) =>
      new Promise((resolve) => {
        waiting.push({ text, settle: resolve })
        if (waiting.length === 1) work = work.then(write)
      }),
    seal: () => {
      const sealed = work.then(endOrTell)
      work = sealed.then(() => undefined)
      return sealed
    },
  }
}
