import { execFile } from 'node:child_process'
import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A disk of four MiB in memory, to be filled. */
export interface SmallDisk {
  /** Leaves not one byte. */
  readonly fill: () => Promise<void>
  readonly free: () => Promise<void>
  readonly unmount: () => Promise<void>
}

/** Only root may mount: others have no such disk. */
export const CAN_MOUNT = process.getuid?.() === 0

/** @param folder is made, and lies on the disk from then on */
export async function mountSmallDisk(folder: string): Promise<SmallDisk> {
  await mkdir(folder, { recursive: true })
  await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'firstwin-faults', folder])
  const ballast = join(folder, 'ballast')
  return {
    async fill() {
      try {
        for (;;) await appendFile(ballast, Buffer.alloc(4096))
      } catch (error) {
        if (!String(error).includes('ENOSPC')) throw error
      }
    },
    free: () => rm(ballast),
    unmount: async () => void (await run('umount', [folder])),
  }
}
