import { writeFileSync } from 'node:fs'
import { runKills } from './kills.ts'
import { measure, type Measured } from './measure.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { createRandom } from '../faults/random.ts'
import { describePhase, toDocument, type Load } from './to-document.ts'

/** Rounds in which the two servers take turns, so that a slow moment of the machine is nobody's. */
const ROUNDS = 3
const ROUND_SECONDS = 4
/** 15 000 events a second, in batches of ten. */
const GOAL_BATCHES_PER_SECOND = 1_500

/** `npm run load`: see docs/load.md. Ends with 1 if an event was lost or counted twice. */
async function main(): Promise<void> {
  const args = process.argv.slice(2)
  if (args.includes('--help')) return say(USAGE)
  const options = readOptions(args)
  const load = await runAll(options)
  const text = toDocument(load)
  say(text)
  if (options.write !== undefined) writeFileSync(options.write, text)
  process.exitCode = isSound(load) ? 0 : 1
}

async function runAll(options: Options): Promise<Load> {
  const { connections, seconds } = options
  const began = new Date()
  const rounds: Measured[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const server of ['bare', 'collector'] as const) {
      rounds.push(await measured({ server, seconds: ROUND_SECONDS, connections }))
    }
  }
  const goal = { seconds, connections, batchesPerSecond: GOAL_BATCHES_PER_SECOND }
  const paced = await measured({ server: 'collector', ...goal })
  say(`${options.kills} kills …\n`)
  const kills = await runKills(options.kills, createRandom(options.seed))
  return { began, options, rounds, paced, kills }
}

async function measured(phase: Parameters<typeof measure>[0]): Promise<Measured> {
  const result = await measure(phase)
  say(`${describePhase(result)}\n`)
  return result
}

function isSound({ rounds, paced, kills }: Load): boolean {
  const all = [...rounds, paced, kills]
  return kills.integrity === 'ok' && all.every(({ lost, doubled }) => lost + doubled === 0)
}

function say(text: string): void {
  process.stdout.write(text)
}

await main()
