import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes a file for its owner only, whose name is on disk, too, when this resolves. */
export async function newFile(dir: string, name: string): Promise<FileHandle> {
  const handle = await open(join(dir, name), 'ax', 0o600)
  const folder = await open(dir)
  await folder.sync().finally(() => folder.close())
  return handle
}
