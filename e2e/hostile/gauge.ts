import type { Page } from '@playwright/test'
import type { Box } from './probe.ts'

/**
 * How much later than required something may happen here: the machines that run this are slow and
 * share their cores, a frame may take 50 ms.
 */
export const SLACK = 3

/** One frame of the page. Boxes are those of what is painted; `undefined` where it is not. */
export interface Frame {
  /** In ms since the page was opened. */
  at: number
  title: string | undefined
  panel: Box | undefined
  ring: Box | undefined
  target: Box | undefined
  scrollY: number
}

/** Looks at the page from within, frame by frame. */
export interface Gauge {
  look: () => Frame
  /** Every frame since `roll`. */
  film: Frame[]
  roll: () => void
  cut: () => void
  /**
   * Does it and resolves with the ms until a frame passes; with `Infinity` after `limit` ms. Where that
   * is less, the ms that so many frames take on a machine with nothing else to do: a busy one paints
   * few, and what is in time for the next frame is in time.
   */
  time: (act: () => unknown, passes: (frame: Frame) => boolean, limit?: number) => Promise<number>
  /** Panel and ring stand where the target is: the panel beside it, the ring around it. */
  isAnchored: (frame: Frame) => boolean
  /** Resolves after so many ms, looked at frame by frame. */
  rest: (ms: number) => Promise<void>
}

declare global {
  var gauge: Gauge
}

/** Puts a `gauge` into the page, for functions that are evaluated there. */
export async function installGauge(page: Page, selector = '[data-firstwin=target]'): Promise<void> {
  await page.evaluate(putGauge, selector)
}

/** For a page that is looked at from its first frame: as the host's own script. */
export function gaugeScript(selector = '[data-firstwin=target]'): string {
  return `(${String(putGauge)})(${JSON.stringify(selector)})\ngauge.roll()`
}

/** Something of ours is painted at the corner of the page, where what is nowhere is measured. */
export function isAtCorner({ panel, ring }: Frame): boolean {
  return [panel, ring].some((box) => box && box.x < 40 && box.y < 40)
}

/** Stands alone: it is sent to the page as its text. */
function putGauge(selector: string): void {
  const boxOf = (element: Element | null | undefined): Box | undefined => {
    if (!element) return undefined
    const { x, y, width, height } = element.getBoundingClientRect()
    return width + height > 0 ? { x, y, width, height } : undefined
  }
  const seen = (element: Element | null | undefined): Box | undefined =>
    element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      ? boxOf(element)
      : undefined
  // The page may have changed its clock.
  const now = (): number => new Event('now').timeStamp
  let root: Element | undefined
  const findRoot = (under: ParentNode): Element | undefined => {
    for (const one of under.querySelectorAll('*')) {
      if (one.localName === 'firstwin-root') return one
      const inner = one.shadowRoot && findRoot(one.shadowRoot)
      if (inner) return inner
    }
    return undefined
  }
  const reel = { runs: false }
  // What every callback for a frame has done is seen where sizes are told, before the frame is painted.
  // A closed shadow root hides from those who watch the page what makes the size change.
  const stand = document.createElement('gauge-stand')
  stand.style.cssText = 'position:fixed;visibility:hidden;pointer-events:none'
  const probe = document.createElement('div')
  stand.attachShadow({ mode: 'closed' }).append(probe)
  document.documentElement.append(stand)
  const waiting: (() => void)[] = []
  new ResizeObserver(() => waiting.splice(0).forEach((go) => go())).observe(probe)
  let width = 1
  const frame = (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve)
      requestAnimationFrame(() => {
        width = (width % 99) + 1
        probe.style.width = `${width}px`
      })
    })
  const gauge: Gauge = {
    film: [],
    look() {
      if (!root?.isConnected) root = findRoot(document)
      const panel = root?.shadowRoot?.querySelector('.panel')
      const panelBox = seen(panel)
      return {
        at: now(),
        title: panelBox ? (panel?.querySelector('.title')?.textContent ?? '') : undefined,
        panel: panelBox,
        ring: seen(root?.shadowRoot?.querySelector('.ring')),
        target: boxOf(document.querySelector(selector)),
        scrollY,
      }
    },
    roll() {
      gauge.film = []
      reel.runs = true
      const turn = (): void => {
        if (!reel.runs) return
        gauge.film.push(gauge.look())
        void frame().then(turn)
      }
      turn()
    },
    cut: () => void (reel.runs = false),
    async time(act, passes, limit = 5000) {
      // Not where sizes are told: what is changed there makes the browser complain.
      await new Promise((resolve) => {
        setTimeout(resolve)
      })
      const start = now()
      await act()
      for (let frames = 1; ; frames += 1) {
        await frame()
        if (passes(gauge.look())) return Math.min(now() - start, (frames * 1000) / 60)
        if (now() - start > limit) return Infinity
      }
    },
    isAnchored({ panel, ring, target }) {
      if (!panel || !ring || !target) return false
      const off = [
        target.x - ring.x,
        target.y - ring.y,
        ring.x + ring.width - target.x - target.width,
        ring.y + ring.height - target.y - target.height,
      ]
      const dx = Math.max(panel.x - target.x - target.width, target.x - panel.x - panel.width, 0)
      const dy = Math.max(panel.y - target.y - target.height, target.y - panel.y - panel.height, 0)
      return off.every((one) => one > 2 && one < 8) && Math.hypot(dx, dy) <= 16
    },
    async rest(ms) {
      const end = now() + ms
      while (now() < end) await frame()
    },
  }
  globalThis.gauge = gauge
}
