import type { Rect } from './choose-place.ts'

/** A part of a plane by its edges, in px. Empty where `right` is not beyond `left`. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export function boxOf({ x, y, width, height }: Rect): Box {
  return { left: x, top: y, right: x + width, bottom: y + height }
}

export function rectOf({ left, top, right, bottom }: Box): Rect {
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
}

export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  }
}

export function mapBox(box: Box, map: (x: number, y: number) => [number, number]): Box {
  const [left, top] = map(box.left, box.top)
  const [right, bottom] = map(box.right, box.bottom)
  return { left, top, right, bottom }
}

export function areaOf({ left, top, right, bottom }: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}
