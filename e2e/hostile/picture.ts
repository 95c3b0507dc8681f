import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type { Box } from './probe.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** What the user sees, pixel by pixel. */
export interface Picture {
  width: number
  height: number
  colourAt: (x: number, y: number) => Colour
  /** Around all pixels of this colour, give or take 8 in each part; `undefined` if there are none. */
  boxOf: (colour: Colour) => Box | undefined
}

const NEAR = 8

export async function takePicture(page: Page): Promise<Picture> {
  return toPicture(await page.screenshot())
}

export function isNear(a: Colour, b: Colour): boolean {
  return a.every((part, index) => Math.abs(part - (b[index] ?? 0)) <= NEAR)
}

/** Reads a PNG of 8 bits for each channel, which is what all three engines give. */
export function toPicture(png: Buffer): Picture {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const pixels = unfilter(inflateSync(dataOf(png)), { width, height, channels })
  const colourAt = (x: number, y: number): Colour => {
    const at = (Math.round(y) * width + Math.round(x)) * channels
    return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
  }
  return { width, height, colourAt, boxOf: (colour) => boxOf(colour) }

  function boxOf(colour: Colour): Box | undefined {
    let [left, top, right, bottom] = [width, height, -1, -1]
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!isNear(colourAt(x, y), colour)) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    if (right < 0) return undefined
    return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
  }
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + size))
    }
    at += size + 12
  }
  return Buffer.concat(parts)
}

interface Shape {
  width: number
  height: number
  channels: number
}

/** PNG specification, section 9. */
function unfilter(raw: Buffer, { width, height, channels }: Shape): Uint8Array {
  const row = width * channels
  const out = new Uint8Array(row * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)]
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x
      const left = x < channels ? 0 : (out[at - channels] ?? 0)
      const up = y === 0 ? 0 : (out[at - row] ?? 0)
      const upLeft = x < channels || y === 0 ? 0 : (out[at - row - channels] ?? 0)
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter ?? 0] ?? 0
      out[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return out
}

function paeth(left: number, up: number, upLeft: number): number {
  const guess = left + up - upLeft
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - upLeft)]
  if (a <= b && a <= c) return left
  return b <= c ? up : upLeft
}
