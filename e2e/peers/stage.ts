import { expect, type Page } from '@playwright/test'
import { distance } from '../hostile/guide.ts'
import type { Library } from './library.ts'
import { look, type Sight } from './probe.ts'

/** A library on a host's page. */
export interface Stage {
  readonly page: Page
  readonly library: Library
  start: () => Promise<void>
  stop: () => Promise<void>
  look: () => Promise<Sight>
  /** What is to be seen once nothing moves any more. */
  lookAtRest: () => Promise<Sight>
  seeStep: (title: string) => Promise<void>
  /** No panel is painted. */
  seeNothing: () => Promise<void>
  /** Presses the mouse in the middle of Next, whatever lies there. */
  pressNext: () => Promise<void>
  /** The panel is in the window, beside its target, its Next is hit, and a press on it goes on. */
  works: (options?: { isDetached?: boolean }) => Promise<void>
}

/** Time enough for each of them on a busy machine. */
export const PATIENCE_MS = 3000
/** From the edge of the target to the edge of the panel, padding and arrow between: 16, 20 and 36 px. */
const NEAR_PX = 48

export function createStage(page: Page, library: Library, target: string): Stage {
  const { panel, title, next, close } = library
  const parts = { panel, title, next, close }
  const lookAt = (): Promise<Sight> => page.evaluate(look, { parts, target })
  const patient = (check: () => Promise<void>): Promise<void> =>
    expect(check).toPass({ intervals: [80], timeout: PATIENCE_MS })

  async function lookAtRest(): Promise<Sight> {
    let last = ''
    let sight = await lookAt()
    await patient(async () => {
      await page.waitForTimeout(120)
      sight = await lookAt()
      const before = last
      last = JSON.stringify(sight)
      expect(last, 'the panel comes to rest').toBe(before)
    })
    return sight
  }

  const stage: Stage = {
    page,
    library,
    start: () => page.evaluate(() => peer.start()),
    stop: () => page.evaluate(() => peer.stop()),
    look: lookAt,
    lookAtRest,
    seeStep: (wanted) =>
      patient(async () => expect((await lookAt()).title, 'the step that is shown').toBe(wanted)),
    seeNothing: () =>
      patient(async () => expect((await lookAt()).panel, 'a panel is shown').toBeUndefined()),
    async pressNext() {
      const { next: box } = await lookAtRest()
      if (!box) throw new Error('There is no Next.')
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    },
    async works({ isDetached = false } = {}) {
      await stage.seeStep('One')
      await patient(async () => {
        const sight = await lookAtRest()
        expectInside(sight)
        if (!isDetached) expectNear(sight)
        expect(sight.isHit, 'a press on Next reaches it').toBe(true)
      })
      await stage.pressNext()
      await stage.seeStep('Two')
    },
  }
  return stage
}

export function expectNear({ panel, target }: Sight): void {
  const px = panel && target ? Math.round(distance(panel, target)) : Infinity
  expect(px, 'px from the target to the panel').toBeLessThanOrEqual(NEAR_PX)
}

export function expectInside({ panel, window: { width, height } }: Sight): void {
  const off = panel
    ? Math.round(
        Math.max(
          -panel.x,
          -panel.y,
          panel.x + panel.width - width,
          panel.y + panel.height - height,
        ),
      )
    : Infinity
  expect(off, 'px of the panel outside the window').toBeLessThanOrEqual(1)
}

declare global {
  var peer: { start: () => void; stop: () => void }
}
