import type { VNode } from 'preact'

/** Two heads, a parcel with a bow, a spark, a star. */
const STROKES = {
  community:
    'M7.5 9.5a2.75 2.75 0 100-5.5 2.75 2.75 0 000 5.5zM2.5 16c0-2.6 2.2-4.2 5-4.2s5 1.6 5 4.2M13 4.3a2.6 2.6 0 010 5M14.5 12c1.9.5 3 1.9 3 4',
  surprise:
    'M3.5 8.5h13v3h-13zM4.5 11.5h11v5h-11zM10 8.500v8M10 8.500C8.5 4 5 4.5 6 7c.5 1.2 2.5 1.5 4 1.500C11.5 4 15 4.5 14 7c-.5 1.2-2.5 1.5-4 1.5',
  announcement:
    'M10 3v3.500M10 13.500V17M3 10h3.500M13.5 10H17M5.5 5.500l2 2M12.5 12.500l2 2M14.5 5.500l-2 2M7.5 12.500l-2 2',
  recognition: 'M10 3.200l2 4.3 4.7.6-3.5 3.2.9 4.600L10 13.600l-4.1 2.3.9-4.6-3.5-3.2 4.7-.6z',
} as const

export function MessageIcon({ kind }: { kind: keyof typeof STROKES }): VNode {
  return (
    <span class="badge" aria-hidden="true">
      <svg class="icon" viewBox="0 0 20 20">
        <path d={STROKES[kind]} />
      </svg>
    </span>
  )
}
