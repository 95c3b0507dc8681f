import { parseArgs } from 'node:util'
import { ENGINES, type Engine } from './browsers/browser.ts'

export interface Options {
  readonly seed: number
  readonly engines: readonly Engine[]
  /** Only kinds whose name has this text. */
  readonly kind: string
  readonly isShort: boolean
  readonly isTrackers: boolean
  /** Puts what it found into docs/faults.md. */
  readonly isWriting: boolean
  /** Faults at the same time. */
  readonly width: number
  /** How often each kind comes in each engine. */
  readonly times: number | undefined
}

export const USAGE = `npm run faults -- [options]
  --short          every kind once in Chromium, a few in the others
  --seed N         the same number gives the same plan
  --engine NAME    chromium, firefox or webkit; may come more than once
  --kind TEXT      only the kinds whose name has this text
  --times N        how often each kind comes in each engine
  --width N        so many faults at the same time
  --trackers       the same faults for other trackers (installs them in bench/)
  --write          puts the tables into docs/faults.md`

/** @throws {Error} If an option is unknown. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      short: { type: 'boolean', default: false },
      trackers: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      engine: { type: 'string', multiple: true, default: [...ENGINES] },
      kind: { type: 'string', default: '' },
      times: { type: 'string' },
      width: { type: 'string', default: '4' },
    },
  })
  return {
    seed: Number(values.seed),
    engines: ENGINES.filter((engine) => values.engine.includes(engine)),
    kind: values.kind,
    isShort: values.short,
    isTrackers: values.trackers,
    isWriting: values.write,
    width: Number(values.width),
    times: values.times === undefined ? undefined : Number(values.times),
  }
}
