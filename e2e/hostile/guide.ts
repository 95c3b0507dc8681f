import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import { look, type Seen, type Sight } from './probe.ts'

/** The guide on a host's page, as its user and its developer see it. */
export interface Guide {
  /** The panel with this title. */
  panel: (title: string) => Locator
  seeStep: (title: string) => Promise<void>
  /** Nothing of ours is painted. */
  seeNothing: () => Promise<void>
  /** What is to be seen at this moment, and where the element of `selector` is. */
  look: (selector?: string) => Promise<Sight>
  /** What the page has kept: errors, refusals of its policy, reports. */
  seen: () => Promise<Seen>
  /**
   * The whole promise: the panel stands beside its target, a real press on Next reaches it, so does
   * the keyboard, and the page has had no error. Goes from the first step to the last.
   */
  works: (options?: WorksOptions) => Promise<void>
}

export interface WorksOptions {
  /** What the panel stands beside. @default the button of the ordinary page */
  selector?: string
  /** The target cannot be seen, or the window is too small to stand beside it. */
  isDetached?: boolean
  /** Errors of the host's own that are expected. */
  ignore?: RegExp
}

export const TARGET_SELECTOR = '[data-firstwin=target]'
/** From the edge of the target to the edge of the panel: the arrow stands between. In px. */
const GAP_PX = 16

export function createGuide(page: Page): Guide {
  // What fades away is still there for a moment.
  const panel = (title: string): Locator =>
    page.locator('.layer:not([inert])').getByRole('dialog', { name: title, exact: true })
  const seeStep = (title: string): Promise<void> => expect(panel(title)).toBeVisible()
  const lookAt = async (selector = TARGET_SELECTOR): Promise<Sight> => {
    const sight = await page.evaluate(look, selector)
    // WebDriver brings `undefined` as null.
    return Object.fromEntries(
      Object.entries(sight).map(([key, is]) => [key, is ?? undefined]),
    ) as never
  }
  const seen = (): Promise<Seen> => page.evaluate(() => globalThis.seen)

  /** At rest: nothing moves, and two looks in a row see the same. */
  async function lookAtRest(selector: string | undefined): Promise<Sight> {
    let last = ''
    await expect(async () => {
      await page.evaluate(frames)
      const sight = await lookAt(selector)
      // While its target is scrolled to it is not painted.
      expect(sight.panel).toBeDefined()
      expect(sight.isMoving).toBe(false)
      const now = JSON.stringify(sight)
      const before = last
      last = now
      expect(now).toBe(before)
    }).toPass({ intervals: [60], timeout: 5000 })
    return JSON.parse(last) as Sight
  }

  async function seeInReach({ selector, isDetached }: WorksOptions): Promise<void> {
    const { panel: box, target, isHit, roots } = await lookAtRest(selector)
    expect(roots).toBe(1)
    expect(box).toBeDefined()
    expect(isHit).toBe(true)
    if (box && target && !isDetached) expect(distance(box, target)).toBeLessThanOrEqual(GAP_PX)
  }

  return {
    panel,
    seeStep,
    seeNothing: async () => {
      await expect(async () => expect((await lookAt()).panel).toBeUndefined()).toPass({
        timeout: 5000,
      })
    },
    look: lookAt,
    seen,
    async works(options = {}) {
      await seeStep('One')
      await seeInReach(options)
      await panel('One').getByRole('button', { name: 'Next' }).click()
      await seeStep('Two')
      await seeInReach(options)
      await panel('Two').getByRole('button', { name: 'Next' }).press('Enter')
      await seeStep('Three')
      const { errors, refusals } = await seen()
      expect(toList(errors).filter((words) => !options.ignore?.test(words))).toEqual([])
      expect(toList(refusals)).toEqual([])
    },
  }
}

/** WebDriver brings an array as the page's own `toJSON` writes it. */
function toList(array: readonly string[] | string): readonly string[] {
  return typeof array === 'string' ? (JSON.parse(array) as string[]) : array
}

/** On a busy machine there may be none for longer than it takes to look twice. */
async function frames(): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
  }
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Between the nearest edges; 0 where the boxes meet or overlap. */
export function distance(a: Box, b: Box): number {
  const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0)
  const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0)
  return Math.hypot(dx, dy)
}
