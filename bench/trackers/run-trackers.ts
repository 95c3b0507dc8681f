import { inParallel } from '../faults/in-parallel.ts'
import { KINDS } from '../faults/kinds/kinds.ts'
import type { Options } from '../faults/options.ts'
import { makePlan } from '../faults/plan.ts'
import type { Rig } from '../faults/rig.ts'
import { runFault, type Course } from '../faults/run-fault.ts'
import type { Sender } from '../faults/site/page-options.ts'
import { startReceiver } from './receiver.ts'

/** What one sender lost and sent again under one kind. */
export interface TrackerCourse {
  readonly sender: Sender
  readonly course: Course
}

export const SENDERS = [
  'posthog',
  'segment',
  'segment-batching',
  'snowplow',
  'firstwin',
] as const satisfies readonly Sender[]

/** Every fault has so many events, as in the table that this one continues. */
const EVENTS = 20

/**
 * Puts the trackers, and us, through the same faults in Chromium, before a receiver that takes
 * everything. What has not come after a while may come after one more event (see `runFault`).
 */
export async function runTrackers(
  rig: Rig,
  { seed, kind, width }: Options,
  say: (line: string) => void,
): Promise<readonly TrackerCourse[]> {
  const receiver = await startReceiver()
  const kinds = KINDS.filter(({ name, forTrackers = true }) => forTrackers && name.includes(kind))
  const plan = { seed, engines: ['chromium'] as const, kinds, times: () => 1 }
  const faults = makePlan({ ...plan, events: [EVENTS, EVENTS] })
  const jobs = SENDERS.flatMap((sender) => faults.map((fault) => ({ sender, fault })))
  const done: TrackerCourse[] = []
  const browser = await rig.browser('chromium')
  await inParallel(jobs, width, async ({ sender, fault }) => {
    const collector = await rig.collectorOf(fault)
    const url = (): string => receiver.url
    const scenery = rig.scenery(sender)
    const options = { fault, browser, collector, receiver: url, scenery }
    const course = await runFault(options)
    done.push({ sender, course })
    say(`${done.length}/${jobs.length} ${sender} ${fault.kind.name}: ${describe(course)}`)
  })
  receiver.close()
  return done
}

function describe(course: Course): string {
  const { lostBeforeNudge, lostAtGate, tracked, copies, problem = '' } = course
  return `${lostBeforeNudge} then ${lostAtGate} of ${tracked.length} lost, ${copies} copies ${problem}`
}
