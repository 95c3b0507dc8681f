import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { createDemoClock } from '../server/demo-clock.ts'
import { startMailTool } from '../server/start.ts'
import { concatList, recordScreen } from './record-screen.ts'
import { actStory } from './story.ts'
import { webVtt } from './web-vtt.ts'

/**
 * Makes public/media/send.mp4 and its captions from the product itself, acted out in a browser.
 * Needs ffmpeg. Run it after `vite build`: node examples/mail-tool/src/film/record-film.ts
 */
const MEDIA = fileURLToPath(new URL('../../public/media', import.meta.url))
const SIZE = { width: 1200, height: 750 }
const PAUSE_MS = 400

const directory = await mkdtemp(join(tmpdir(), 'binsen-film-'))
const tool = await startMailTool({
  port: 0,
  smtpPort: 0,
  dataDir: directory,
  clock: createDemoClock(),
  firstwin: { scriptDir: directory, endpoint: '/none', key: 'none' },
})
const browser = await chromium.launch(systemBrowser())
try {
  const context = await browser.newContext({ viewport: SIZE, locale: 'en' })
  await film(await context.newPage())
} finally {
  await browser.close()
  await tool.stop()
  await rm(directory, { recursive: true })
}

async function film(page: Page): Promise<void> {
  await page.goto(tool.url)
  await page.fill('[name=name]', 'Hana')
  await page.fill('[name=mail]', 'hana@example.com')
  await page.fill('[name=company]', 'Hana Flowers')
  await page.click('[type=submit]')
  await page.click('.sidebar [href="/templates"]')
  await page.waitForSelector('.template')

  const stop = await recordScreen(page, directory)
  await page.waitForTimeout(PAUSE_MS)
  const captions = await actStory(page)
  const until = Date.now()
  const frames = await stop()
  const start = frames[0]?.at ?? until
  await writeFile(join(directory, 'frames.txt'), concatList(frames, until))
  encode(join(directory, 'frames.txt'), join(MEDIA, 'send.mp4'))
  await writeFile(join(MEDIA, 'send.en.vtt'), webVtt(captions, start))
  const { size } = await stat(join(MEDIA, 'send.mp4'))
  process.stdout.write(`${((until - start) / 1000).toFixed(1)} s, ${Math.round(size / 1000)} kB\n`)
}

/** H.264 in the form that every browser plays, its index first, so that it starts at once. */
function encode(list: string, target: string): void {
  const source = ['-f', 'concat', '-safe', '0', '-i', list]
  const picture = ['-vf', 'fps=12,scale=960:600:flags=lanczos', '-pix_fmt', 'yuv420p']
  const codec = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '30', '-movflags', '+faststart']
  execFileSync('ffmpeg', ['-y', '-loglevel', 'error', ...source, ...picture, ...codec, target])
}

function systemBrowser(): { executablePath?: string; args: string[] } {
  const path = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((candidate) =>
    existsSync(candidate),
  )
  return { args: ['--no-sandbox', '--disable-gpu'], ...(path ? { executablePath: path } : {}) }
}
