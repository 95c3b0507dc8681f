import type { Page } from '@playwright/test'
import { ask, expect } from './test.ts'
import { TARGET_SELECTOR } from './guide.ts'
import { look, type Sight } from './probe.ts'

/** What is to be seen at one frame. */
export interface Moment extends Sight {
  /** Since `act` was called, in ms. */
  at: number
  /** The same in frames, the first look being 0. */
  frame: number
  /** From the target to the panel, between the nearest edges in px; -1 unless both are there. */
  gap: number
}

interface Watched {
  /** Done in the page, sent there as its text: it knows nothing but the page. */
  act?: () => unknown
  /** What the panel stands beside. @default the button of the ordinary page */
  selector?: string
}

interface Awaited extends Watched {
  /** Asked in the page at every frame; as `act`, it stands alone. */
  until: (moment: Moment) => boolean
}

/** On a machine that does much else at once, what takes 100 ms takes 300. */
const SLACK = 3
/** When to stop waiting, in ms. */
const PATIENCE_MS = 5000

/** Does it, and expects what is awaited within so many ms. */
export async function expectWithin(page: Page, limitMs: number, awaited: Awaited): Promise<void> {
  const moments = await watch(page, { ...awaited, frames: Number.MAX_SAFE_INTEGER })
  const last = moments.at(-1)
  expect(last?.isOver, `what is awaited; the last look: ${JSON.stringify(last)}`).toBe(true)
  // A busy machine paints few frames, and what is in time for the next one is in time.
  const frameMs = ((last?.frame ?? Infinity) * 1000) / 60
  expect(Math.min(last?.at ?? Infinity, frameMs)).toBeLessThanOrEqual(limitMs * SLACK)
}

/** Does it, and tells what is to be seen at each of the frames that follow. */
export async function record(page: Page, frames: number, watched: Watched = {}): Promise<Moment[]> {
  return watch(page, { ...watched, until: () => false, frames })
}

interface Watch extends Awaited {
  frames: number
}

async function watch(page: Page, watched: Watch): Promise<(Moment & { isOver: boolean })[]> {
  const { act = () => undefined, until, selector = TARGET_SELECTOR, frames } = watched
  const parts = `{ look: ${String(look)}, act: ${String(act)}, until: ${String(until)} }`
  const sizes = JSON.stringify({ selector, frames, patienceMs: PATIENCE_MS })
  const moments = await ask(page, `(${String(keepWatch)})(${parts}, ${sizes})`)
  // WebDriver brings what is absent as `null`.
  const told: unknown = JSON.parse(
    JSON.stringify(moments),
    (_, value: unknown) => value ?? undefined,
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by `keepWatch`
  return told as (Moment & { isOver: boolean })[]
}

interface Parts {
  look: typeof look
  act: () => unknown
  until: (moment: Moment) => boolean
}

interface Sizes {
  selector: string
  frames: number
  patienceMs: number
}

/** Runs in the page, as its text. Of a long watch only the last frames are kept. */
async function keepWatch({ look: lookAt, act, until }: Parts, sizes: Sizes): Promise<unknown[]> {
  // The page may have changed its clock.
  const now = (): number => new Event('now').timeStamp
  const gapOf = ({ panel: a, target: b }: Sight): number => {
    if (!a || !b) return -1
    const dx = Math.max(a.x - b.x - b.width, b.x - a.x - a.width, 0)
    const dy = Math.max(a.y - b.y - b.height, b.y - a.y - a.height, 0)
    return Math.hypot(dx, dy)
  }
  const start = now()
  await act()
  const moments: unknown[] = []
  for (let i = 0; i < sizes.frames; i += 1) {
    const sight = lookAt(sizes.selector)
    const moment = { ...sight, at: now() - start, frame: i, gap: gapOf(sight) }
    const isOver = until(moment)
    moments.push({ ...moment, isOver })
    if (moments.length > 200) moments.shift()
    if (isOver || moment.at > sizes.patienceMs) break
    await new Promise((resolve) => {
      requestAnimationFrame(resolve)
    })
  }
  return moments
}
