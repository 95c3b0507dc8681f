import { isDelivered, openStage, type OpenStage, type StageOptions } from './stage.ts'
import type { Fault } from './plan.ts'
import type { Tracked } from './ledger.ts'
import { PATIENCE_MS, until } from './until.ts'

/** What happened in one fault, as far as the driver knows. */
export interface Course {
  readonly fault: Fault
  readonly tracked: readonly Tracked[]
  /** Copies that the receiver got, beyond one for each event. */
  readonly copies: number
  /** What the receiver had not said yes to when the wait was over. */
  readonly lostBeforeNudge: number
  /** The same after one more event, which is given to trackers that lack something. */
  readonly lostAtGate: number
  readonly seconds: number
  /** What was left on the device, if something was missing in the end. */
  readonly left: string | undefined
  /** Why it could not be carried out. */
  readonly problem: string | undefined
}

/** Where nothing is promised, what has not come by then does not come. */
const OUTSIDE_LIMIT_MS = 10_000
/** Several times what any of the trackers waits before its first tries. */
const QUIET_MS = 15_000

/** Carries out one fault, and waits until everything has arrived, or the limit is over. */
export async function runFault(options: StageOptions, longestMs = PATIENCE_MS): Promise<Course> {
  const { fault } = options
  const limitMs = fault.kind.isOutside ? OUTSIDE_LIMIT_MS : longestMs
  const begun = performance.now()
  const stage = await openStage(options)
  let problem: string | undefined
  let lostBeforeNudge = 0
  const isOurs = options.scenery.sender === 'firstwin'
  // We deliver, however long it takes. Others are given up when nothing comes any more.
  const isOver = (): boolean =>
    isDelivered(stage.ledger, stage.gate) || (!isOurs && stage.gate.quietMs() > QUIET_MS)
  const missing = (): number =>
    stage.ledger.all().filter(({ mark }) => stage.gate.copies(mark) === 0).length
  try {
    await fault.kind.run(stage)
    await until(isOver, limitMs)
    if (isOurs && !fault.kind.isOutside) await stage.settled()
    lostBeforeNudge = missing()
    if (lostBeforeNudge > 0 && !isOurs) {
      await nudge(stage)
      await until(isOver, limitMs)
    }
  } catch (error) {
    problem = String(error)
  }
  const tracked = stage.ledger.all()
  const lostAtGate = missing()
  const isAmiss = lostAtGate > 0 || problem !== undefined
  const left = isOurs && isAmiss ? await stage.left() : undefined
  const copies = tracked.reduce(
    (sum, { mark }) => sum + Math.max(stage.gate.copies(mark) - 1, 0),
    0,
  )
  await stage.close()
  const seconds = (performance.now() - begun) / 1000
  return { fault, tracked, copies, lostBeforeNudge, lostAtGate, left, seconds, problem }
}

/** One more event, on a page of the same browser: some trackers try again only then. */
async function nudge(stage: OpenStage): Promise<void> {
  stage.gate.recover()
  const page = await stage.open({}, stage.lastProfile())
  await page.track(1)
  await stage.posts(stage.gate.posts() + 1)
}
