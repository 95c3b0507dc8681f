import type { Explain } from './check/index.ts'
import type { StartDelivery } from './deliver.ts'
import type { TakeOver } from './deliver-more.ts'
import type { explain as ExplainFunction } from './explain.ts'
import type { FetchSigned } from './fetch-signed.ts'
import type { WatchHistory } from './host/location.ts'
import type { WatchDoor } from './inspect/door.ts'
import type { Load } from './load.ts'
import type { StartSync } from './progress-sync.ts'
import type { FetchActs, StartShow } from './show.ts'

/** The parts that are fetched when they are first needed. */
export interface Chunks {
  /** Everything that is needed only where something is shown. */
  show: () => Promise<{ startShow: StartShow; fetchActs: FetchActs }>
  /** Reads a raw journey; a compiled one needs none of it. */
  load: () => Promise<{ load: Load }>
  /** Brings a journey that has to be signed by a pinned key. */
  signed: () => Promise<{ fetchSigned: FetchSigned }>
  /** Several endpoints, other forms than the default one, tokens; all that may go wrong. */
  endpoints: () => Promise<{ startDelivery: StartDelivery; takeOver: TakeOver }>
  /** Sends what is kept. */
  deliver: () => Promise<{ startDelivery: StartDelivery }>
  /** Keeps the progress of a user the same on all their devices. */
  sync: () => Promise<{ startSync: StartSync }>
  /** Hears of routes where the browser has no Navigation API. */
  history: () => Promise<{ watchHistory: WatchHistory }>
  /** Says why a thing is or is not shown. */
  explain: () => Promise<{ explain: typeof ExplainFunction }>
  /** Explains what is wrong with the set-up, to a developer. */
  check: () => Promise<{ explain: Explain }>
  /** Waits for a developer to open the inspector. Fetched only where that is allowed. */
  door: () => Promise<{ watchDoor: WatchDoor }>
}

/** The chunks as a bundler of the host splits them. The script tag has its own, by URL. */
export const bundledChunks: Chunks = {
  show: () => import('./show.ts'),
  load: () => import('./load.ts'),
  signed: () => import('./fetch-signed.ts'),
  deliver: () => import('./deliver.ts'),
  endpoints: () => import('./deliver-more.ts'),
  sync: () => import('./progress-sync.ts'),
  history: () => import('./host/watch-history.ts'),
  explain: () => import('./explain.ts'),
  check: () => import('./check/index.ts'),
  door: () => import('./inspect/door.ts'),
}
