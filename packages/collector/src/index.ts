export type { Collector, CollectorOptions } from './collector.ts'
export type { IdentityMode, IdentityOptions } from './identity/identity-options.ts'
export type { NodeHandler } from './node-handler.ts'
export type { PastResult, ReadPastOptions } from './import/read-past.ts'
export type { Log, LogEntry } from './operate/log.ts'
export type { Connection } from './read/read-access.ts'
export type { Incoming } from './receive/incoming.ts'
export type { Limits, Rate } from './receive/limits.ts'
export type { Origins } from './receive/origin.ts'
export type { WriteKey } from './receive/write-key.ts'
export type { CurvePoint, MedianEstimate, Observation } from './results/kaplan-meier.ts'
export type { JourneyTitles, Title } from './results/journey-titles.ts'
export type { WinEntry } from './results/latest-wins.ts'
export type { PathFunnel, Stop } from './results/path-funnel.ts'
export type { PersonRef } from './results/person.ts'
export type { Results } from './results/results.ts'
export type { PersonResult, TierResult } from './results/tier-result.ts'
export type { RunningServer, ServeOptions } from './serve.ts'
export type {
  DatedEvent,
  Erased,
  EventStore,
  Evidence,
  EvidenceOptions,
  JourneySummary,
  KeptProgress,
  Milestone,
  ProgressPart,
  Trait,
} from './store/event-store.ts'
export { createCollector } from './collector.ts'
export { CollectorSetupError, StoreError } from './errors.ts'
export { ImportError } from './import/import-error.ts'
export { pastId } from './import/past-id.ts'
export { readPast } from './import/read-past.ts'
export { offsetMs } from './import/past-time.ts'
export { IMPORT_LIBRARY } from './import/to-past-event.ts'
export { createNodeHandler } from './node-handler.ts'
export { toJsonLine, toTextLine } from './operate/log.ts'
export { DEFAULT_LIMITS } from './receive/limits.ts'
export { serve } from './serve.ts'
export { openClickHouseStore } from './store/clickhouse/clickhouse-store.ts'
export { backUpSqlite } from './store/sqlite/back-up.ts'
export { createSqliteStore } from './store/sqlite/sqlite-store.ts'
