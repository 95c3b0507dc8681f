import { cpus, loadavg } from 'node:os'
import type { KillsResult } from './kills.ts'
import type { Measured } from './measure.ts'
import type { Options } from './options.ts'

/** All that one run has found. */
export interface Load {
  readonly began: Date
  readonly options: Options
  readonly rounds: readonly Measured[]
  readonly paced: Measured
  readonly kills: KillsResult
}

const BYTES_A_MB = 1_000_000
/** So many samples of the memory are enough to see whether it grows. */
const SAMPLES = 12

/** The document of a run, in Markdown. */
export function toDocument(load: Load): string {
  const { began, options, paced, kills } = load
  const command = `npm run load -- --minutes ${options.seconds / 60} --kills ${options.kills}`
  return `# Load

Written by \`${command} --write docs/load.md\` on ${began.toISOString().slice(0, 10)}, on
${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, with the sender on the same machine;
load average of the machine (what waits for a core) at the end: ${loadavg()[0]?.toFixed(1)}. Batches of ten events as the SDK sends them, ${options.connections} connections,
every twentieth batch sent twice. The collector has everything on: checks of every event, origins,
rate limits (set too high to be reached), deduplication, and an answer only when the commit is on disk (\`synchronous = FULL\`).
The bare server has the same store and nothing else: it believes what it is sent.

## As fast as the answers come

${roundTable(load.rounds)}

${shareLine(load.rounds)}

## Asked to take 15 000 events a second

${pacedTable(paced)}

A time counts from the moment at which the request was due, so that a stall is felt by everyone who
would have come during it.

Memory of the collector in MB, from the beginning to the end: ${memoryLine(paced.memory)}.

## Killed

${kills.kills} times SIGKILL under load, on one file: ${whole(kills.sentEvents)} events acknowledged, ${whole(kills.interrupted)} requests interrupted
and sent again, **${kills.lost} lost, ${kills.doubled} doubled**, \`integrity_check\`: ${kills.integrity}. This is the death of the process; a
loss of power is up to the disk and its \`fsync\`.

## Run it

\`npm run load\` takes a minute. \`npm run load -- --minutes 10 --kills 100\` is the long form. A run in
which an event is lost or counted twice ends with 1. Rates are of the machine; compare the share of
the bare server and the events per processor second.
`
}

/** One line about a phase, as it ends. */
export function describePhase(result: Measured): string {
  const { phase, eventsPerSecond, p50, p99, lost, doubled, failed } = result
  const pace = phase.batchesPerSecond === undefined ? 'as fast as it goes' : 'at the goal'
  return (
    `${phase.server}, ${pace}: ${whole(eventsPerSecond)} events/s, p50 ${ms(p50)}, p99 ${ms(p99)}, ` +
    `${whole(perCpu(result))} events a processor second, lost ${lost}, doubled ${doubled}, failed ${failed}`
  )
}

function roundTable(rounds: readonly Measured[]): string {
  const rows = rounds.map((one) => {
    const { phase, eventsPerSecond, p50, p99, serverCpu, senderCpu } = one
    const cells = [
      phase.server,
      whole(eventsPerSecond),
      ms(p50),
      ms(p99),
      serverCpu.toFixed(1),
      senderCpu.toFixed(1),
      whole(perCpu(one)),
      `${one.lost} / ${one.doubled} / ${one.failed}`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| server | events/s | p50 | p99 | its CPU s | the sender’s | events a CPU s | lost / doubled / refused |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function shareLine(rounds: readonly Measured[]): string {
  const of = (server: string, value: (one: Measured) => number): number =>
    median(rounds.filter(({ phase }) => phase.server === server).map(value))
  const share = (value: (one: Measured) => number): string =>
    `${Math.round((of('collector', value) / of('bare', value)) * 100)} %`
  return `Medians: the collector reaches **${share(({ eventsPerSecond }) => eventsPerSecond)}** of the bare server’s rate, and **${share(perCpu)}** of its events a processor second.`
}

function pacedTable(one: Measured): string {
  const { phase, eventsPerSecond, p50, p99, max, serverCpu, senderCpu } = one
  const busy = (cpu: number): string => `${Math.round((cpu / phase.seconds) * 100)} %`
  return [
    '| seconds | events/s | p50 | p99 | longest | collector’s core | sender’s core | lost / doubled / refused | not taken in time |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    `| ${phase.seconds} | ${whole(eventsPerSecond)} | ${ms(p50)} | ${ms(p99)} | ${ms(max)} | ${busy(serverCpu)} | ${busy(senderCpu)} | ${one.lost} / ${one.doubled} / ${one.failed} | ${one.unsent} |`,
  ].join('\n')
}

function memoryLine(memory: readonly number[]): string {
  const every = Math.max(1, Math.floor(memory.length / SAMPLES))
  const some = memory.filter((_, index) => index % every === 0)
  return some.map((bytes) => Math.round(bytes / BYTES_A_MB)).join(', ')
}

function perCpu({ events, serverCpu }: Measured): number {
  return events / serverCpu
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en').replaceAll(',', ' ')
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}
