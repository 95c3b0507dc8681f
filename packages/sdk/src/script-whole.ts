import type { Chunks } from './chunks.ts'
import { part, startScript } from './start-script.ts'

/*
 * The script tag as one file, for pages whose policy names each script by its hash: those let nothing
 * be fetched that was not named. The checker, for developers, is not in it.
 */
const chunks: Chunks = {
  show: () => import('./show.ts'),
  load: () => import('./load.ts'),
  signed: () => import('./fetch-signed.ts'),
  // All is here anyway: what does everything takes the place of what does the usual.
  deliver: () => import('./deliver-more.ts'),
  endpoints: () => import('./deliver-more.ts'),
  sync: () => import('./progress-sync.ts'),
  history: () => import('./host/watch-history.ts'),
  explain: () => import('./explain.ts'),
  door: () => import('./inspect/door.ts'),
  check: () => part('check'),
}

startScript(window, chunks)
