import type { Part } from './part.ts'
import { findOne, sketch } from './page-find.ts'
import { isVisible, labelsOf, parentOf } from './page-names.ts'

/* These functions run in the page: see page-code.ts. */

/** Where to press the element: in view, at rest, and nothing above it. Throws until then. */
export async function pointOf(parts: readonly Part[]): Promise<{ x: number; y: number }> {
  const element = findOne(parts)
  if (!isVisible(element)) throw new Error('not visible')
  if (element.matches(':disabled')) throw new Error('disabled')
  bringIntoView(element)
  await untilFrame()
  const before = element.getBoundingClientRect()
  await untilFrame()
  const box = element.getBoundingClientRect()
  if (Math.hypot(box.x - before.x, box.y - before.y) > 0.5) throw new Error('moving')
  const point = centreInView(box)
  const hit = hitAt(point)
  if (!hit || !leadsTo(hit, element)) throw new Error(`covered by ${hit ? sketch(hit) : 'nothing'}`)
  return point
}

export function bringIntoView(element: Element): void {
  const { top, left, bottom, right } = element.getBoundingClientRect()
  if (top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth) return
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
}

export function centreInView(box: DOMRect): { x: number; y: number } {
  const middle = (from: number, to: number, end: number): number =>
    Math.floor((Math.max(0, from) + Math.min(end, to)) / 2)
  return { x: middle(box.left, box.right, innerWidth), y: middle(box.top, box.bottom, innerHeight) }
}

/** What a press there would meet, inside open shadow roots too. */
export function hitAt({ x, y }: { x: number; y: number }): Element | null {
  let hit = document.elementFromPoint(x, y)
  for (;;) {
    const inner: Element | null | undefined = hit?.shadowRoot?.elementFromPoint(x, y)
    if (!inner || inner === hit) return hit
    hit = inner
  }
}

/** Whether a press on `hit` is a press on `element`: it is inside, or in a label of it. */
export function leadsTo(hit: Element, element: Element): boolean {
  const labels = labelsOf(element)
  for (let at: Element | null = hit; at; at = at.assignedSlot ?? parentOf(at)) {
    if (at === element || labels.includes(at)) return true
  }
  return false
}

export function untilFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
  })
}

/** Sets a field's value as typing would, so that frameworks hear of it. */
export function fillIn(parts: readonly Part[], value: string): void {
  const element = findOne(parts)
  if (element instanceof HTMLElement) element.focus()
  // The setter of the prototype: frameworks put their own on the element.
  const field = Object.getPrototypeOf(element) as object
  if (!('value' in element)) throw new Error(`not a field: ${sketch(element)}`)
  Reflect.set(field, 'value', value, element)
  element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

/** Chooses an option of a `select` by its value or its words. */
export function choose(parts: readonly Part[], wanted: string): void {
  const element = findOne(parts)
  if (!(element instanceof HTMLSelectElement)) throw new Error(`not a select: ${sketch(element)}`)
  const option = [...element.options].find(
    ({ value, label }) => value === wanted || label === wanted,
  )
  if (!option) throw new Error(`no option ${wanted}`)
  element.value = option.value
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}

export function putFocus(parts: readonly Part[]): void {
  const element = findOne(parts)
  if (element instanceof HTMLElement) element.focus()
}

export function boxOf(parts: readonly Part[]): {
  x: number
  y: number
  width: number
  height: number
} {
  const { x, y, width, height } = findOne(parts).getBoundingClientRect()
  return { x, y, width, height }
}

/**
 * Makes the page draw frames for a while without changing it. The driver takes its picture of the
 * next frame, and waits for ever on a page that draws none.
 */
export async function keepDrawing(): Promise<void> {
  await untilFrame()
  document.documentElement.animate([{ opacity: 1 }, { opacity: 0.999 }], {
    duration: 1000,
    iterations: 3,
    id: 'e2e',
  })
}

export function stopDrawing(): void {
  for (const animation of document.getAnimations()) {
    if (animation.id === 'e2e') animation.cancel()
  }
}
