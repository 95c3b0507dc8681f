export type { Condition, GuideStatus, Scalar, SinceStart, TraitCondition } from './condition.ts'
export type { DropReason } from './drop-reason.ts'
export type { Duration } from './duration.ts'
export type { Advance, Guide, Step } from './guide.ts'
export type { Journey } from './journey.ts'
export type { Confirmation, Link, Message, Offer } from './message.ts'
export type { Path, Task, Video } from './path.ts'
export type { DismissReason, MissingReason, RejectReason, Report, ReportName } from './report.ts'
export type { Block, Inline, RichText } from './rich-text.ts'
export type { Field, Setup } from './setup.ts'
export type { Question, Survey } from './survey.ts'
export type { Target } from './target.ts'
export type { Text, Words } from './text.ts'
export type { Next, Tier, Win } from './win.ts'
export { journey } from './journey.ts'
export type { Json, JsonObject } from './bounded-json.ts'
export type {
  Batch,
  BatchResult,
  EnvelopeProblem,
  EnvelopeResult,
  EventProblem,
  EventResult,
} from './batch.ts'
export type { WireEvent } from './wire-event.ts'
export type { ProgressRequest } from './progress.ts'
export {
  BROWSER_MAX_BATCH_BYTES,
  BROWSER_MAX_EVENT_BYTES,
  BROWSER_MAX_EVENTS,
  COLLECTOR_MAX_BATCH_BYTES,
  COLLECTOR_MAX_EVENTS,
  batch,
  parseBatch,
  parseEnvelope,
  parseEvent,
} from './batch.ts'
export { DROP_REASONS } from './drop-reason.ts'
export { event } from './wire-event.ts'
export { PROGRESS_MAX_PART, parseProgress, progressRequest } from './progress.ts'
export { parseRichText, toPlainText } from './rich-text.ts'
export type { Check } from './check/check-journey.ts'
export type { JourneyIssue, Severity } from './check/journey-issue.ts'
export type { CompiledJourney, CompileResult } from './compile-journey.ts'
export { checkJourney } from './check/check-journey.ts'
export { formatIssue, formatIssues } from './check/journey-issue.ts'
export { compileJourney } from './compile-journey.ts'
export { hashJourney } from './hash-journey.ts'
export { toJsonSchema } from './json-schema.ts'
