import type { VNode } from 'preact'

/** A sheet of letter paper with a folded corner and the red seal of its sender. */
export function Logo(): VNode {
  return (
    <span class="logo">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <rect class="logo-ground" width="32" height="32" rx="8" />
        <path class="logo-sheet" d="M8 7.5h11.5L24 12v12.5H8z" />
        <path class="logo-fold" d="M19.5 7.5V12H24z" />
        <path class="logo-ink" d="M11 13.5h5M11 17h10" />
        <rect class="logo-seal" x="16.5" y="19.5" width="5" height="5" rx="1" />
      </svg>
      Binsen
    </span>
  )
}
