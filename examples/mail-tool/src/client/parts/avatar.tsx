import type { VNode } from 'preact'

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The first letter of a name, in a circle. Decoration: the name stands beside it. */
export function Avatar({ name }: { name: string }): VNode {
  const [first] = letters.segment(name)
  return (
    <span class="avatar" aria-hidden="true">
      {first?.segment}
    </span>
  )
}
