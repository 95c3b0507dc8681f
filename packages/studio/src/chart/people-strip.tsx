import { useState } from 'preact/hooks'
import { DotLabel } from './dot-label.tsx'
import type { PeopleLayout } from './people-layout.ts'

interface PeopleStripProps {
  layout: PeopleLayout
  width: number
}

const RADIUS = 4
/** How near the pointer must be to a dot to mean it. */
const REACH_PX = 14

/** One dot for each customer: filled when they got there, hollow while they are on the way. */
export function PeopleStrip({ layout, width }: PeopleStripProps) {
  const [pointed, setPointed] = useState<number>()
  const point = (event: PointerEvent & { currentTarget: Element }): void => {
    const box = event.currentTarget.getBoundingClientRect()
    setPointed(nearest(layout, event.clientX - box.left, event.clientY - box.top))
  }

  return (
    <g onPointerMove={point} onPointerLeave={() => setPointed(undefined)}>
      <rect class="touch" width={width} height={layout.height} />
      {layout.dots.map(({ person, x, y }) => (
        <circle
          key={person.id}
          class={person.reached ? 'dot' : 'dot open'}
          cx={x}
          cy={y}
          r={RADIUS}
        />
      ))}
      {layout.dots.map((dot, index) =>
        layout.named || index === pointed ? (
          <DotLabel key={dot.person.id} {...dot} width={width} floating={!layout.named} />
        ) : undefined,
      )}
    </g>
  )
}

function nearest({ dots }: PeopleLayout, x: number, y: number): number | undefined {
  const distances = dots.map((dot) => Math.hypot(dot.x - x, dot.y - y))
  const least = Math.min(...distances)
  return least <= REACH_PX ? distances.indexOf(least) : undefined
}
