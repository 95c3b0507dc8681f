export type Side = 'top' | 'right' | 'bottom' | 'left'

export interface Size {
  width: number
  height: number
}

export interface Rect extends Size {
  x: number
  y: number
}

export interface Place {
  side: Side
  /** Of the panel's corner at the top left, in px of the viewport. */
  x: number
  y: number
  /** There is room for the whole panel beside the target. */
  fits: boolean
}

export interface Room {
  viewport: Size
  preferred: Side
  /** Between the target and the panel, in px. */
  gap: number
  /** Kept from the edges of the viewport, in px. */
  margin: number
}

const OPPOSITE = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const

/**
 * Where the panel goes: on the preferred side, else on the opposite one, else on one of the others;
 * where it fits nowhere, on the side that has the most room for it. Always within the viewport, at
 * the worst over the target.
 */
export function choosePlace(target: Rect, panel: Size, room: Room): Place {
  const sides = sidesOf(room.preferred)
  const share = (side: Side): number =>
    freeAt(side, target, room) / (isUpright(side) ? panel.height : panel.width)
  const side =
    sides.find((candidate) => share(candidate) >= 1) ??
    sides.reduce((best, candidate) => (share(candidate) > share(best) ? candidate : best))
  return { side, ...placeAt(side, { target, panel }, room), fits: share(side) >= 1 }
}

/** The sides of the target in the order in which they are tried. */
export function sidesOf(preferred: Side): Side[] {
  const across: Side[] = isUpright(preferred) ? ['right', 'left'] : ['bottom', 'top']
  return [preferred, OPPOSITE[preferred], ...across]
}

/** The corner of a panel at this side of the target, moved along and over it to stay in view. */
export function placeAt(
  side: Side,
  { target, panel }: { target: Rect; panel: Size },
  { viewport, gap, margin }: Room,
): { x: number; y: number } {
  const middle = {
    x: target.x + (target.width - panel.width) / 2,
    y: target.y + (target.height - panel.height) / 2,
  }
  const wanted = {
    top: { x: middle.x, y: target.y - gap - panel.height },
    bottom: { x: middle.x, y: target.y + target.height + gap },
    left: { x: target.x - gap - panel.width, y: middle.y },
    right: { x: target.x + target.width + gap, y: middle.y },
  }[side]
  return {
    x: keepWithin(wanted.x, margin, viewport.width - margin - panel.width),
    y: keepWithin(wanted.y, margin, viewport.height - margin - panel.height),
  }
}

export function isUpright(side: Side): boolean {
  return side === 'top' || side === 'bottom'
}

/** What a panel may take up at this side of the target, in px; negative where there is nothing. */
export function freeAt(
  side: Side,
  { x, y, width, height }: Rect,
  { viewport, gap, margin }: Room,
): number {
  const beyond = {
    top: y,
    left: x,
    bottom: viewport.height - y - height,
    right: viewport.width - x - width,
  }[side]
  return beyond - gap - margin
}

/** Where there is no room at all the beginning shows. */
function keepWithin(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)))
}
