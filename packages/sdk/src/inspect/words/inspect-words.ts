import type { Condition } from '@firstwin/schema'
import type { Check } from '@firstwin/engine/explain'
import type { TabName } from '../desk.ts'
import type { Verdict } from '../verdict.ts'

/** Everything that the inspector says, in one language. */
export interface InspectWords {
  readonly lang: 'en' | 'ja'
  readonly title: string
  readonly open: string
  readonly close: string
  readonly fold: string
  readonly side: string
  readonly sections: string
  readonly tabs: Readonly<Record<TabName, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly onScreen: string
  readonly nothing: string
  readonly none: string
  readonly yes: string
  readonly no: string
  readonly passed: string
  readonly failed: string
  readonly neutral: string
  readonly now: string
  /** A guide is under way whose step cannot be shown. */
  readonly waits: (step: string, target: string, route: string) => string
  readonly moved: (by: string) => string
  readonly realTime: string
  readonly marked: string

  readonly path: string
  readonly noPath: string
  readonly progress: (done: number, of: number) => string
  readonly task: Readonly<Record<'done' | 'next' | 'closed', string>>
  readonly wins: string
  readonly reachedAfter: (time: string, duration: string) => string
  readonly missing: string

  readonly filter: string
  readonly noMatch: string
  readonly kinds: Readonly<Record<string, string>>
  /** Why it is not shown, as the end of a sentence. */
  readonly fails: (check: Check) => string
  /** What has to be so, as a line of a list. */
  readonly needs: (check: Check) => string
  readonly condition: (condition: Condition) => string

  readonly pause: string
  readonly resume: string
  readonly clear: string
  readonly noSignals: string
  readonly changedNothing: string
  readonly leftScreen: string

  readonly user: Readonly<
    Record<'id' | 'account' | 'locale' | 'route' | 'consent' | 'busy' | 'firstSeen', string>
  >
  readonly visitor: string
  readonly granted: string
  readonly notGranted: string
  readonly traits: string
  readonly pressure: string
  readonly interruptions: string
  readonly gap: string
  readonly quietSince: string

  readonly clock: string
  readonly clockNote: string
  readonly nextChange: (inTime: string | undefined) => string
  readonly begin: string
  readonly steps: string
  readonly jump: string
  readonly tasks: string
  readonly device: string
  readonly reset: string
  readonly sure: string
  readonly sureYes: string
  readonly cancel: string
  readonly wasReset: string
  readonly copy: string
  readonly copied: string
  readonly notCopied: string
}
