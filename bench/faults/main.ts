import { inParallel } from './in-parallel.ts'
import { KINDS } from './kinds/kinds.ts'
import { readOptions, USAGE, type Options } from './options.ts'
import { makePlan, type Fault } from './plan.ts'
import { describeResult, toResults, type Result } from './results.ts'
import { openRig, type Rig } from './rig.ts'
import { runFault, type Course } from './run-fault.ts'
import { toLastLine, toTable } from './report.ts'
import { shortTimes } from './short.ts'

/** `npm run faults`: see docs/faults.md. Ends with 1 if any fault failed. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const faults = toPlan(options)
  say(`Seed ${options.seed}: ${faults.length} faults.`)
  const rig = await openRig()
  try {
    const courses = await runAll(faults, rig, options)
    const results = toResults(courses, await rig.readAll())
    say(toTable(results))
    for (const result of results.filter(({ isPassed }) => !isPassed)) say(describeResult(result))
    say(toLastLine(results))
    process.exitCode = results.every(({ isPassed }: Result) => isPassed) ? 0 : 1
  } finally {
    await rig.close()
  }
}

function toPlan({ seed, engines, kind, isShort, times }: Options): readonly Fault[] {
  return makePlan({
    seed,
    engines,
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
  await inParallel(faults, width, async (fault) => {
    const collector = await rig.collectorOf(fault)
    const browser = await rig.browser(fault.engine)
    const scenery = rig.scenery('firstwin')
    const course = await runFault({ fault, browser, collector, receiver: collector.url, scenery })
    courses.push(course)
    const { id, kind, engine } = fault
    const { tracked, copies, seconds, problem = '' } = course
    const figures = `${tracked.length} events, ${copies} copies, ${seconds.toFixed(1)} s`
    say(`${courses.length}/${faults.length} ${id} ${kind.name} ${engine}: ${figures} ${problem}`)
  })
  return courses
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
