import type { Engine, OwnBrowser, Profile } from './browsers/browser.ts'
import type { FaultyCollector } from './rig.ts'
import type { Flaw } from './judge.ts'
import type { Gate } from './gate/gate.ts'
import type { Page } from './page.ts'
import type { Random } from './random.ts'
import type { PageOptions } from './site/page-options.ts'

/** One way in which things go wrong. */
export interface Kind {
  /** As `answer-lost`. */
  readonly name: string
  readonly does: string
  /** What holds under it. */
  readonly promise: string
  readonly engines: readonly Engine[]
  /** What may be wrong under it all the same; `promise` says so. @default nothing */
  readonly notPromised?: readonly Flaw[]
  /** A win is reached under it, which has to arrive whatever else is lost. @default false */
  readonly keepsWins?: boolean
  /** Other trackers can be put through it too. @default true */
  readonly forTrackers?: boolean
  /** Needs a collector that nobody else uses: on the usual disk, or on a small one. */
  readonly ownCollector?: 'usual-disk' | 'small-disk'
  /** Nothing is promised under it: what is lost is counted, and no failure, unless it had to be told. @default false */
  readonly isOutside?: boolean
  /** Makes it happen, and lets it pass. What is not delivered by then is waited for afterwards. */
  readonly run: (stage: Stage) => Promise<void>
}

/** What one fault has to itself. */
export interface Stage {
  readonly engine: Engine
  readonly random: Random
  readonly gate: Gate
  readonly collector: FaultyCollector
  readonly profile: Profile
  /** How many events are to be tracked in all. */
  readonly events: number
  /** Opens a page in a tab of its own, and waits until the sender is there. */
  readonly open: (options?: PageOptions, profile?: Profile) => Promise<Page>
  /** A browser of its own, each time on the same profile, which outlives it. */
  readonly startOwn: () => Promise<OwnBrowser>
  readonly elsewhereUrl: string
  /** Resolves when the gate has seen so many POSTs in all. Rejects after two minutes. */
  readonly posts: (count: number) => Promise<void>
}
