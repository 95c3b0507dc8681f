import { atom } from 'nanostores'
import type { Firstwin } from './firstwin.ts'

const nothing = (): void => {}

/** What `init` gives where there is no page: pages are rendered on servers with the same code. */
export const idleInstance: Firstwin = {
  progress: atom(),
  identify: nothing,
  group: nothing,
  track: nothing,
  page: nothing,
  start: nothing,
  open: nothing,
  close: nothing,
  explain: () => Promise.resolve([]),
  on: () => nothing,
  setLocale: nothing,
  setTheme: nothing,
  setConsent: nothing,
  configure: nothing,
  reset: nothing,
  stop: nothing,
}
