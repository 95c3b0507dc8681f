/** A number that only rises. `label` is the value of the one label that the counter may have. */
export type Count = (by?: number, label?: string) => void

/** Something measured, in the unit of the histogram's name. */
export type Observe = (value: number) => void

export interface CounterOptions {
  readonly name: string
  readonly help: string
  /** The name of its label, and the values that are there from the start, at 0. */
  readonly label?: string
  readonly values?: readonly string[]
}

export interface GaugeOptions {
  readonly name: string
  readonly help: string
  readonly read: () => number
}

export interface HistogramOptions {
  readonly name: string
  readonly help: string
  /** Upper bounds, rising, without the infinite one. */
  readonly bounds: readonly number[]
}

export interface Registry {
  readonly counter: (options: CounterOptions) => Count
  readonly gauge: (options: GaugeOptions) => void
  readonly histogram: (options: HistogramOptions) => Observe
  /** Everything in the text format 0.0.4 of Prometheus. */
  readonly text: () => string
}

/** Values of one label; whatever comes beyond is counted as `other`. */
const MAX_VALUES = 50

/** @see https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function createRegistry(): Registry {
  const blocks: (() => string)[] = []

  return {
    counter({ name, help, label, values = [] }) {
      const counts = new Map<string, number>()
      if (label === undefined) counts.set('', 0)
      for (const value of values) counts.set(value, 0)
      blocks.push(() => {
        const lines = [...counts].map(([value, count]) => `${name}${labels(label, value)} ${count}`)
        return block({ name, help, type: 'counter' }, lines)
      })
      return (by = 1, value = '') => {
        const known = counts.has(value) || counts.size < MAX_VALUES ? value : 'other'
        counts.set(known, (counts.get(known) ?? 0) + by)
      }
    },
    gauge({ name, help, read }) {
      blocks.push(() => block({ name, help, type: 'gauge' }, [`${name} ${read()}`]))
    },
    histogram: (options) => {
      const histogram = createHistogram(options)
      blocks.push(() => block({ ...options, type: 'histogram' }, histogram.lines()))
      return (value) => histogram.observe(value)
    },
    text: () => blocks.map((write) => write()).join(''),
  }
}

function createHistogram({ name, bounds }: HistogramOptions) {
  const counts = bounds.map(() => 0)
  let all = 0
  let sum = 0

  return {
    observe(value: number) {
      all += 1
      sum += value
      const index = bounds.findIndex((bound) => value <= bound)
      if (index !== -1) counts[index] = (counts[index] ?? 0) + 1
    },
    lines() {
      let below = 0
      const buckets = bounds.map((bound, index) => {
        below += counts[index] ?? 0
        return `${name}_bucket{le="${bound}"} ${below}`
      })
      return [
        ...buckets,
        `${name}_bucket{le="+Inf"} ${all}`,
        `${name}_sum ${sum}`,
        `${name}_count ${all}`,
      ]
    },
  }
}

function block(
  { name, help, type }: { name: string; help: string; type: string },
  lines: string[],
) {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.map((line) => `${line}\n`).join('')}`
}

function labels(label: string | undefined, value: string): string {
  if (label === undefined) return ''
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  return `{${label}="${escaped}"}`
}
