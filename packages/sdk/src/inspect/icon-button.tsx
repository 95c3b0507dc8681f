import type { VNode } from 'preact'

/** Strokes of 1.5 px on a grid of 20. */
const STROKES = {
  close: 'M6 6l8 8m0-8l-8 8',
  fold: 'M5 14.5h10',
  side: 'M3.5 4.5h13v11h-13zM8 4.5v11',
  lens: 'M9 4.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zm3.4 7.9l3.6 3.6',
  passed: 'M5.5 10.5l3 3 6-7',
  failed: 'M6.5 6.5l7 7m0-7l-7 7',
  neutral: 'M7 10h6',
} as const

export type IconName = keyof typeof STROKES

export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={STROKES[name]} />
    </svg>
  )
}

interface IconButtonProps {
  name: IconName
  label: string
  onPress: () => void
}

/** A button that is only an icon; its label is its name and its tooltip. */
export function IconButton({ name, label, onPress }: IconButtonProps): VNode {
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={onPress}>
      <Icon name={name} />
    </button>
  )
}
