import type { Page } from 'playwright'

/** A mouse that can be seen: films of a page have none of their own. */
export interface Pointer {
  point: (selector: string) => Promise<void>
  press: (selector: string) => Promise<void>
}

const GLIDE_MS = 650

export async function createPointer(page: Page): Promise<Pointer> {
  async function point(selector: string): Promise<void> {
    const target = page.locator(selector).first()
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw new Error(`The film wants to point at ${selector}, which is not in the page.`)
    const x = box.x + Math.min(box.width / 2, 160)
    const y = box.y + Math.min(box.height / 2, 60)
    await page.evaluate(drawPointer, { x, y, glideMs: GLIDE_MS })
    await page.mouse.move(x, y, { steps: 8 })
    await page.waitForTimeout(GLIDE_MS + 150)
  }

  return {
    point,
    async press(selector) {
      await point(selector)
      await page.locator(selector).first().click()
    },
  }
}

interface Place {
  x: number
  y: number
  glideMs: number
}

/** Runs in the page. A popover, shown again each time, so that no dialog hides it. */
function drawPointer({ x, y, glideMs }: Place): void {
  const pointer = document.querySelector<HTMLElement>('#film-pointer') ?? addPointer()
  pointer.hidePopover()
  pointer.showPopover()
  pointer.getBoundingClientRect()
  pointer.style.transition = `translate ${glideMs}ms cubic-bezier(0.3, 0, 0.2, 1)`
  pointer.style.translate = `${x - 9}px ${y - 9}px`

  function addPointer(): HTMLElement {
    const dot = document.createElement('div')
    dot.id = 'film-pointer'
    dot.popover = 'manual'
    Object.assign(dot.style, {
      inset: '0 auto auto 0',
      width: '18px',
      height: '18px',
      margin: '0',
      padding: '0',
      border: '2px solid white',
      borderRadius: '50%',
      background: 'rgb(30 20 10 / 75%)',
      boxShadow: '0 1px 4px rgb(0 0 0 / 40%)',
      pointerEvents: 'none',
      translate: '640px 400px',
    })
    document.body.append(dot)
    return dot
  }
}
