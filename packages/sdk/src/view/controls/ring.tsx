import type { VNode } from 'preact'

interface RingProps {
  /** 0…1 */
  fraction: number
  /** What a screen reader says of it. Left out where the words beside it say the same. */
  label?: string
  text?: string
  done: number
  of: number
}

/** How much is done, as a ring. The stroke springs to its new length. */
export function Ring({ fraction, label, text, done, of }: RingProps): VNode {
  const shown = Math.max(0, Math.min(1, fraction))
  const says = label
    ? ({
        role: 'progressbar',
        'aria-label': label,
        'aria-valuemin': 0,
        'aria-valuemax': of,
        'aria-valuenow': done,
        'aria-valuetext': text,
      } as const)
    : ({ 'aria-hidden': true } as const)
  return (
    <svg class="progress-ring" viewBox="0 0 36 36" {...says}>
      <circle class="track" cx="18" cy="18" r="15" />
      <circle
        class="fill"
        cx="18"
        cy="18"
        r="15"
        pathLength="100"
        style={{ strokeDashoffset: String(100 - shown * 100) }}
      />
    </svg>
  )
}
