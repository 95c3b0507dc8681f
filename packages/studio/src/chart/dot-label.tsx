import type { PersonResult } from '@firstwin/collector'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'
import { nameOf } from '../words/name-of.ts'

interface DotLabelProps {
  person: PersonResult
  x: number
  y: number
  /** Of the strip: labels turn to the left in its right part. */
  width: number
  /** Whether it lies over other dots, and so needs a ground. */
  floating: boolean
}

const GAP_PX = 10

/** Who a dot is, and how long they took. */
export function DotLabel({ person, x, y, width, floating }: DotLabelProps) {
  const words = useWords()
  const text = useRef<SVGTextElement>(null)
  const [length, setLength] = useState(0)
  useLayoutEffect(() => setLength(text.current?.getComputedTextLength() ?? 0), [person, words])

  const time = formatDuration(person.ms, words.locale)
  const leftwards = x > width * 0.6
  const start = leftwards ? x - GAP_PX - length : x + GAP_PX

  return (
    <g class="dot-label">
      {floating && <rect x={start - 8} y={y - 13} width={length + 16} height={26} rx={6} />}
      <text ref={text} x={start} y={y} dominant-baseline="central">
        {nameOf(person, words)}
        <tspan class="quiet"> {person.reached ? time : words.table.soFar(time)}</tspan>
      </text>
    </g>
  )
}
