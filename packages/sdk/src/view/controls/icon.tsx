import type { VNode } from 'preact'

/** Strokes of 1.5 px on a grid of 20, drawn for us. */
const STROKES = {
  cross: 'M5.5 5.5l9 9m0-9l-9 9',
  tick: 'M5.5 10.5l3 3 6-7',
  chevron: 'M6.5 8.5l3.5 3.5 3.5-3.5',
  flag: 'M6.5 16V4.5h8l-2 3 2 3h-8',
  play: 'M8 6.3v7.4l5.8-3.7z',
} as const

export function Icon({ name }: { name: keyof typeof STROKES }): VNode {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={STROKES[name]} pathLength="1" />
    </svg>
  )
}
