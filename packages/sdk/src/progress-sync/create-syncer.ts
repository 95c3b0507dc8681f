import { createPace, type PaceOptions } from './create-pace.ts'
import type { Exchange, Heard } from './exchange.ts'
import type { News, SyncedMemory, Telling } from './synced-memory.ts'

export interface SyncerOptions extends PaceOptions {
  memory: SyncedMemory
  exchange: Exchange
  journey: string
  /** Gives the user's token, from memory; it may throw or reject. */
  token: () => string | PromiseLike<string> | undefined
  /** Whether anything may be sent now, and the user of this memory is still here. */
  mayAsk: () => boolean
  /** Runs it unless another tab is at it. */
  lock: (run: () => Promise<void>) => Promise<void>
  /** Called when there was an answer, or there will be none for now. */
  onAnswer: (news: News) => void
}

/** Keeps one user's memory on this device and those on others together. */
export interface Syncer {
  /** Asks for what other devices know, and tells what they do not know yet. */
  ask: () => void
  /** Something has changed; `isPressing` where people would notice. */
  note: (isPressing: boolean) => void
  /** The page may go: tells what is not told yet. */
  leave: () => void
  stop: () => void
}

/** Wins, and what was seen or dismissed, are told after this; mere counts of events can wait longer. */
const PRESSING_MS = 1_000
const COUNTS_MS = 10_000
/** After a token that was refused, or did not come. */
const TOKEN_WAIT_MS = 60_000
/** Longer than a request takes that gives itself up. */
const PATIENCE_MS = 15_000

export function createSyncer(options: SyncerOptions): Syncer {
  const { memory, mayAsk, onAnswer } = options
  const pace = createPace(options)
  let isOver = false
  let isTalking = false
  let wantsAnswer = false

  const plan = (ms: number): void => pace.plan(() => void talkAlone(), ms)

  async function talkAlone(): Promise<void> {
    await options.lock(() => talk(false))
    // Also where another tab was at it: what it has told may be older.
    if (!isOver && (wantsAnswer || (mayAsk() && memory.look()?.isNew))) plan(PRESSING_MS)
  }

  /** `isLast`: the page may go meanwhile. */
  async function talk(isLast: boolean): Promise<void> {
    const telling = mayAsk() && !isOver ? memory.look() : undefined
    if (!telling || (isTalking && !isLast) || !(telling.isNew || wantsAnswer)) return
    isTalking = true
    pace.begin()
    const heard = await tell(telling, isLast, options)
    isTalking = false
    onAnswer(hear(heard, telling))
  }

  function hear(heard: Heard, telling: Telling): News {
    if (heard.is === 'never') stop()
    else if (heard.is === 'later') pace.fail(heard.waitMs)
    else if (heard.is === 'token') pace.fail(TOKEN_WAIT_MS)
    else {
      wantsAnswer = false
      pace.succeed()
      if (mayAsk()) return memory.join(heard.parts, telling)
    }
    return 'none'
  }

  function stop(): void {
    isOver = true
    pace.stop()
  }

  return {
    ask() {
      wantsAnswer = true
      if (!isOver) plan(0)
    },
    note: (isPressing) => isOver || plan(isPressing ? PRESSING_MS : COUNTS_MS),
    leave: () => void talk(true),
    stop,
  }
}

/** Always settles: all tabs wait for this one. */
async function tell(
  { device, part, isNew }: Telling,
  isLast: boolean,
  { token, exchange, journey, schedule }: SyncerOptions,
): Promise<Heard> {
  // A token that is late, or was not to be had, is none: the function is the host's.
  const word = await inTime(async () => await token(), schedule)
  if (!word) return { is: 'token' }
  const saying = { token: word, journey, device, ...(isNew ? { part } : {}) }
  const heard = await inTime(() => exchange(saying, isLast), schedule)
  return heard ?? { is: 'later', waitMs: 0 }
}

/** What it gives; `undefined` if it fails, or takes too long: a host may have patched what it uses. */
async function inTime<Result>(
  give: () => Promise<Result>,
  schedule: SyncerOptions['schedule'],
): Promise<Result | undefined> {
  let cancel = (): void => {}
  const late = new Promise<undefined>((resolve) => {
    cancel = schedule(() => resolve(undefined), PATIENCE_MS)
  })
  try {
    return await Promise.race([give().catch(() => undefined), late])
  } finally {
    cancel()
  }
}
