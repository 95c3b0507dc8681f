import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'

interface Frame {
  file: string
  /** Milliseconds since 1970. */
  at: number
}

/** Keeps every picture of the page in `directory` until the returned function is called. */
export async function recordScreen(page: Page, directory: string): Promise<() => Promise<Frame[]>> {
  const session = await page.context().newCDPSession(page)
  const frames: Frame[] = []
  const writes: Promise<void>[] = []
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    const file = join(directory, `${String(frames.length).padStart(5, '0')}.jpg`)
    frames.push({ file, at: (metadata.timestamp ?? Date.now() / 1000) * 1000 })
    writes.push(writeFile(file, Buffer.from(data, 'base64')))
    void session.send('Page.screencastFrameAck', { sessionId })
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 92 })
  return async () => {
    await session.send('Page.stopScreencast')
    await Promise.all(writes)
    return frames
  }
}

/** The list that ffmpeg's concat reads: each picture stands until the next one. */
export function concatList(frames: readonly Frame[], until: number): string {
  const lines = frames.map(({ file, at }, index) => {
    const next = frames[index + 1]?.at ?? until
    return `file '${file}'\nduration ${Math.max(0.001, (next - at) / 1000).toFixed(3)}`
  })
  const last = frames.at(-1)
  return `${[...lines, ...(last ? [`file '${last.file}'`] : [])].join('\n')}\n`
}
