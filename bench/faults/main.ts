import { hasEngine } from '../../scripts/browsers.js'
import { installTrackers } from '../trackers/install-trackers.ts'
import { runTrackers } from '../trackers/run-trackers.ts'
import { toTrackerTable } from '../trackers/to-tracker-table.ts'
import { inParallel } from './in-parallel.ts'
import { KINDS } from './kinds/kinds.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { makePlan, type Fault } from './plan.ts'
import { toLastLine, toSummary, toTables } from './report.ts'
import { describeResult, toResults } from './results.ts'
import { openRig, type Rig } from './rig.ts'
import { runFault, type Course } from './run-fault.ts'
import { shortTimes } from './short.ts'
import { writeDocument } from './write-document.ts'

/** `npm run faults`: see docs/faults.md. Ends with 1 if any fault failed. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const rig = await openRig()
  try {
    if (options.isTrackers) await compare(rig, options)
    else await prove(rig, options)
  } finally {
    await rig.close()
  }
}

async function prove(rig: Rig, options: Options): Promise<void> {
  const faults = toPlan(options)
  if (faults.length === 0) throw new Error('There is no fault to run: nothing would be shown.')
  say(`Seed ${options.seed}: ${faults.length} faults.`)
  const courses = await runAll(faults, rig, options)
  const results = toResults(courses, await rig.readAll())
  const failed = results.filter(({ isPassed }) => !isPassed)
  const summary = toSummary(results, options.seed)
  if (!options.isShort) say(toTables(results))
  if (options.isWriting) await writeDocument('faults', `${summary}\n\n${toTables(results)}`)
  for (const result of failed) say(describeResult(result))
  say(summary)
  say(toLastLine(results))
  process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0
}

/** `--trackers`: nothing is promised of others, so that this run cannot fail. */
async function compare(rig: Rig, options: Options): Promise<void> {
  say(`Seed ${options.seed}: other trackers.`)
  await installTrackers()
  const table = toTrackerTable(await runTrackers(rig, options, say))
  say(table)
  if (options.isWriting) await writeDocument('trackers', table)
}

function toPlan({ seed, engines, kind, isShort, times }: Options): readonly Fault[] {
  const here = engines.filter((engine) => hasEngine(engine))
  for (const engine of engines) if (!here.includes(engine)) say(`Skipped: ${engine} is not here.`)
  return makePlan({
    seed,
    engines: here,
    kinds: KINDS.filter(({ name }) => name.includes(kind)),
    times: (one, engine) => times ?? (isShort ? shortTimes(one, engine) : FULL_TIMES[engine]),
    events: isShort ? [8, 16] : [25, 60],
  })
}

/** Three engines, and together more than three hundred faults. */
const FULL_TIMES = { chromium: 3, firefox: 3, webkit: 2 } as const

async function runAll(
  faults: readonly Fault[],
  rig: Rig,
  { width }: Options,
): Promise<readonly Course[]> {
  const courses: Course[] = []
  let isCutShort = false
  process.once('SIGINT', () => {
    isCutShort = true
    say('What has begun is finished, and judged.')
  })
  await inParallel(faults, width, async (fault) => {
    if (isCutShort) return
    const collector = await rig.collectorOf(fault)
    const browser = await rig.browser(fault.engine)
    const scenery = rig.scenery('firstwin')
    const course = await runFault({ fault, browser, collector, receiver: collector.url, scenery })
    if (fault.kind.ownCollector) await collector.stop()
    courses.push(course)
    say(`${courses.length}/${faults.length} ${describeCourse(course)}`)
  })
  return courses
}

function describeCourse({ fault, tracked, copies, seconds, problem = '' }: Course): string {
  const figures = `${tracked.length} events, ${copies} copies, ${seconds.toFixed(1)} s`
  return `${fault.id} ${fault.kind.name} ${fault.engine}: ${figures} ${problem}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

try {
  await main()
} catch (error) {
  say(`${String(error)}\n${USAGE}`)
  process.exitCode = 1
}
