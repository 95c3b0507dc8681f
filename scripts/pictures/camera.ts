import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { Look } from './looks.ts'
import type { State } from './state.ts'

export interface Camera {
  /** Gives the window the size it shall have in this state. */
  frame: (state: State) => Promise<void>
  /** Waits until nothing moves: of two panels that cross-fade, only one is left. */
  rest: () => Promise<void>
  /** A picture at rest: fonts are there, nothing moves, nothing is hovered. */
  take: (state: State) => Promise<Buffer>
  /** A picture of the confetti in flight, which this waits for. The page's timers stand before. */
  takeConfetti: () => Promise<Buffer>
}

/** Longer than any panel takes to come to rest. */
const REST_MS = 800
/** From the burst to the moment in which the paper is highest and widest. */
const CONFETTI_MS = 780
const FRAME_MS = 20
const MOST_FRAMES = 500

/** Takes the pictures of one walk. */
export function createCamera(page: Page, { sizes = {} }: Look): Camera {
  async function frame(state: State): Promise<void> {
    const size = sizes[state]
    if (size) await page.setViewportSize(size)
  }
  const rest = (): Promise<void> => sleep(REST_MS)

  return {
    frame,
    rest,
    async take(state) {
      await frame(state)
      await page.mouse.move(0, 0)
      await page.evaluate(() => document.fonts.ready.then(() => undefined))
      await rest()
      return page.screenshot({ fullPage: state === 'results' })
    },
    async takeConfetti() {
      await stepUntilConfetti(page)
      await page.evaluate(() => scrollTo(0, 0))
      // The card comes by style, in the machine's time; the paper stands until then.
      await rest()
      return page.screenshot()
    },
  }
}

/** Goes on frame by frame, so that the paper is caught in the same flight each time, but for a frame. */
async function stepUntilConfetti(page: Page): Promise<void> {
  const canvas = page.locator('canvas.confetti')
  for (let i = 0; i < MOST_FRAMES && (await canvas.count()) === 0; i += 1) {
    await page.clock.runFor(FRAME_MS)
    await sleep(FRAME_MS)
  }
  if ((await canvas.count()) === 0) throw new Error('No confetti came: was the win celebrated?')
  await page.clock.runFor(CONFETTI_MS)
}
