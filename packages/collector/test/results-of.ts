import type { Results } from '../src/results/results.ts'
import { runCollector } from './running-collector.ts'
import { batch, MINUTE, START } from './wire.ts'

/** What the collector says after these events, `minutes` after the start. */
export async function resultsOf(events: readonly unknown[], minutes = 60): Promise<Results> {
  const { clock, read, send } = await runCollector()
  clock.now = START + minutes * MINUTE
  await send(batch(events, clock.now))
  return read('/v1/results?journey=mail-tool')
}

/** What it says of the tier `aha`. */
export async function aha(events: readonly unknown[], minutes?: number) {
  const { tiers } = await resultsOf(events, minutes)
  const first = tiers[0]
  if (!first) throw new Error('There are always three tiers.')
  return first
}

/** So many minutes after the start, in ms since 1970. */
export const at = (minutes: number): number => START + minutes * MINUTE
export const iso = (minutes: number): string => new Date(at(minutes)).toISOString()
