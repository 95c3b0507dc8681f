import { readFile } from 'node:fs/promises'
import type { Browser, Locator } from 'playwright'
import type { Pictures, State } from './state.ts'

export interface Darkroom {
  /** A WebP of `width` pixels. `quality`: 0 to 1. */
  toWebp: (png: Buffer, options: { width: number; quality: number }) => Promise<Buffer>
  /** The picture of the README, as readme.html arranges it: a PNG of 3200 pixels. */
  compose: (pictures: Pictures) => Promise<Buffer>
}

const SHEET = new URL('readme.html', import.meta.url)
const COMPOSED: readonly State[] = ['letter', 'step', 'celebration', 'results']

/** Where pictures are made smaller and put together: in the browser, so that nothing is installed. */
export function createDarkroom(browser: Browser): Darkroom {
  return {
    async toWebp(png, { width, quality }) {
      const page = await browser.newPage()
      const given = { source: toDataUrl(png), width, quality }
      const base64 = await page.evaluate(encode, given)
      await page.close()
      return Buffer.from(base64, 'base64')
    },
    async compose(pictures) {
      const viewport = { width: 1600, height: 1000 }
      const page = await browser.newPage({ viewport, deviceScaleFactor: 2 })
      await page.setContent(await readFile(SHEET, 'utf8'))
      for (const state of COMPOSED) await hang(page.locator(`#${state} img`), pictures[state])
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      const picture = await page.locator('body').screenshot()
      await page.close()
      return picture
    },
  }
}

function toDataUrl(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`
}

/** Puts the picture on its place and waits until it is drawn. */
async function hang(place: Locator, png: Buffer): Promise<void> {
  await place.evaluate(async (element, source) => {
    if (!(element instanceof HTMLImageElement)) throw new Error('Only an img shows a picture.')
    element.src = source
    await element.decode()
  }, toDataUrl(png))
}

/** Runs in the page. */
async function encode(given: { source: string; width: number; quality: number }): Promise<string> {
  const image = new Image()
  image.src = given.source
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = given.width
  canvas.height = Math.round((image.naturalHeight / image.naturalWidth) * given.width)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/webp', given.quality).split(',')[1] ?? ''
}
