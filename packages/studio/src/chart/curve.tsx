import type { TierResult } from '@firstwin/collector'
import { area, curveStepAfter, line } from 'd3-shape'

interface CurveProps {
  result: TierResult
  /** Px for ms, and for a share of 0 to 1. */
  x: (ms: number) => number
  y: (share: number) => number
}

interface Corner {
  ms: number
  share: number
  low: number
  high: number
}

/** The share that has got there over time, with its band, up to the last one that was watched. */
export function Curve({ result, x, y }: CurveProps) {
  const corners = withEnd(result)
  const band = area<Corner>()
    .x(({ ms }) => x(ms))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .curve(curveStepAfter)
  const path = line<Corner>()
    .x(({ ms }) => x(ms))
    .y(({ share }) => y(share))
    .curve(curveStepAfter)

  return (
    <g>
      <path class="band" d={band(corners) ?? ''} />
      <path class="curve" d={path(corners) ?? ''} />
      <OpenMarks result={result} x={x} y={y} />
      <MedianMark result={result} x={x} y={y} />
    </g>
  )
}

function withEnd({ curve, people }: TierResult): Corner[] {
  const last = curve.at(-1)
  const end = Math.max(0, ...people.map(({ ms }) => ms))
  return last ? [...curve, { ...last, ms: Math.max(end, last.ms) }] : []
}

/** Short strokes on the curve where somebody is still open, as is usual for such curves. */
function OpenMarks({ result, x, y }: CurveProps) {
  const open = result.people.filter(({ reached }) => !reached)
  return open.map(({ id, ms }) => {
    const share = result.curve.findLast((point) => point.ms <= ms)?.share ?? 0
    return <path key={id} class="open-mark" d={`M${x(ms)} ${y(share) - 4}v8`} />
  })
}

/** From the half on the curve down to the time, with the range of that time across. */
function MedianMark({ result: { median, people }, x, y }: CurveProps) {
  if (!median) return undefined
  const end = median.highMs ?? Math.max(...people.map(({ ms }) => ms))
  const [left, middle] = [x(median.ms), y(0.5)]
  return (
    <g>
      <path class="median" d={`M${left} ${middle}V${y(0)}`} />
      {people.length > 1 && (
        <path class="median-range" d={`M${x(median.lowMs)} ${middle}H${x(end)}`} />
      )}
      <circle class="median-dot" cx={left} cy={middle} r={4.5} />
    </g>
  )
}
