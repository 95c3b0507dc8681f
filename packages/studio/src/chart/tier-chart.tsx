import type { TierResult } from '@firstwin/collector'
import { formatDuration } from '../words/duration.ts'
import { useWords } from '../words/language.ts'
import { Curve } from './curve.tsx'
import { peopleLayout } from './people-layout.ts'
import { PeopleStrip } from './people-strip.tsx'
import { timeScale, type TimeScale } from './time-scale.ts'
import { useWidth } from './use-width.ts'

interface TierChartProps {
  result: TierResult
  /** Of the curve alone, in px. */
  height: number
  /** What the picture says, for those who do not see it. */
  label: string
}

const LEFT = 46
const RIGHT = 0
const TOP = 8
const AXIS = 30
const SHARES = [0, 0.5, 1]

/** The curve of a tier, with its customers below on the same axis of time. */
export function TierChart({ result, height, label }: TierChartProps) {
  const [ref, width] = useWidth()
  const inner = Math.max(0, width - LEFT - RIGHT)
  const scale = timeScale(
    result.people.map(({ ms }) => ms),
    inner,
  )
  const layout = peopleLayout(result.people, scale.x)
  const bottom = TOP + height
  const total = bottom + layout.height + AXIS
  const y = (share: number): number => height * (1 - share)

  return (
    <div class="chart" ref={ref} style={{ minHeight: `${total}px` }}>
      {width > 0 && (
        <svg width={width} height={total} role="img" aria-label={label}>
          <g transform={`translate(${LEFT} ${TOP})`}>
            <TimeAxis scale={scale} height={height + layout.height} />
            <ShareAxis width={inner} y={y} />
            <Curve result={result} x={scale.x} y={y} />
          </g>
          <g transform={`translate(${LEFT} ${bottom})`}>
            <PeopleStrip layout={layout} width={inner} />
          </g>
        </svg>
      )}
    </div>
  )
}

function TimeAxis({ scale, height }: { scale: TimeScale; height: number }) {
  const { locale } = useWords()
  return (
    <g>
      {scale.ticks.map((ms, index) => (
        <g key={ms} transform={`translate(${scale.x(ms)} 0)`}>
          <path class="grid" d={`M0 0V${height}`} />
          <text class="tick" y={height + 20} text-anchor={anchorOf(index, scale.ticks.length)}>
            {formatDuration(ms, locale)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The first and the last one would stand out to the sides. */
function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start'
  return index === count - 1 ? 'end' : 'middle'
}

function ShareAxis({ width, y }: { width: number; y: (share: number) => number }) {
  const { locale } = useWords()
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <g>
      {SHARES.map((share) => (
        <g key={share} transform={`translate(0 ${y(share)})`}>
          <path class={share === 0 ? 'base' : 'grid'} d={`M0 0H${width}`} />
          <text class="tick" x={-10} dominant-baseline="central" text-anchor="end">
            {percent.format(share)}
          </text>
        </g>
      ))}
    </g>
  )
}
