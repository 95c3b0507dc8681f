import type { Scalar } from './condition.ts'
import type { Tier } from './win.ts'

export type DismissReason = 'closed' | 'later' | 'escape' | 'target-gone' | 'replaced' | 'ended'

/**
 * Why a step's target could not be pointed at: nothing fits; what fits is not drawn; something lies
 * over it; its selector may not be used or is no CSS; it is said to be in a frame of another origin or
 * in a closed shadow root.
 */
export type MissingReason = 'not-found' | 'hidden' | 'covered' | 'refused' | 'unreachable'

/**
 * Why the page did not take a journey that it wants signed: its bytes are others than those that were
 * signed; no pinned key made the signature; it was signed for other origins; its time is over; this device
 * has had a newer one; it is no signed journey; its address leads elsewhere; it is of more than 256 kB; it is
 * served as something else than JSON; it did not come over https; the browser cannot check signatures.
 */
export type RejectReason =
  | 'bytes'
  | 'signature'
  | 'audience'
  | 'expired'
  | 'older'
  | 'unsigned'
  | 'redirect'
  | 'too-large'
  | 'type'
  | 'insecure'
  | 'unsupported'

/**
 * Something worth telling the endpoint: ids, enums, numbers and durations, never text of the page.
 * The names are columns of somebody's table: snake case, past tense.
 */
export type Report =
  | { name: 'journey_started'; properties: { path: string | undefined } }
  | { name: 'guide_started' | 'guide_completed'; properties: { guide: string } }
  | {
      name: 'step_viewed' | 'step_completed'
      properties: { guide: string; step: string; index: number; of: number }
    }
  | {
      name: 'guide_dismissed'
      properties: { guide: string; step: string; reason: DismissReason }
    }
  | {
      name: 'target_missing'
      /** `waitedMs` is how long the user had the page before them without it. */
      properties: { guide: string; step: string; reason: MissingReason; waitedMs: number }
    }
  | { name: 'task_completed'; properties: { path: string; task: string; win: string } }
  | { name: 'path_completed'; properties: { path: string } }
  | {
      name: 'win_reached'
      properties: {
        win: string
        tier: Tier | undefined
        ttvMs: number | undefined
        clock: string
      }
    }
  | { name: 'celebration_shown'; properties: { win: string; size: 'small' | 'big' } }
  | { name: 'message_shown'; properties: { message: string; kind: string } }
  | { name: 'message_answered'; properties: { message: string; kind: string; answer: string } }
  | { name: 'survey_answered'; properties: { survey: string; question: string; answer: Scalar } }
  | {
      name: 'setup_applied'
      properties: { setup: string; values: Readonly<Record<string, Scalar>> }
    }
  | { name: 'stuck_detected'; properties: { guide: string; step: string; reason: 'slow' } }
  | { name: 'journey_rejected'; properties: { reason: RejectReason } }
  | { name: 'journey_invalid'; properties: { path: string; reason: string } }

export type ReportName = Report['name']
