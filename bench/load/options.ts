import { parseArgs } from 'node:util'

export interface Options {
  /** How long the collector is sent to at the fixed rate. */
  readonly seconds: number
  readonly connections: number
  readonly kills: number
  readonly seed: number
  /** Where the document is written. Nowhere if left out. */
  readonly write: string | undefined
}

export const USAGE = `npm run load -- [options]

  --minutes N      how long 15 000 events a second are sent (default: 0.25)
  --connections N  connections that stay open (default: 64)
  --kills N        SIGKILLs of the collector under load (default: 10)
  --seed N         of the moments at which it is killed (default: 1)
  --write FILE     writes what was measured into a document, too
`

/** @throws {Error} If something else stands there. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '0.25' },
      connections: { type: 'string', default: '64' },
      kills: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      write: { type: 'string' },
    },
  })
  return {
    seconds: positive('minutes', values.minutes) * 60,
    connections: positive('connections', values.connections),
    kills: positive('kills', values.kills),
    seed: positive('seed', values.seed),
    write: values.write,
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (value >= 0 && Number.isFinite(value)) return value
  throw new Error(`--${name} ${text}: a number is expected.`)
}
