import type { Engine } from './browsers/browser.ts'
import type { Kind } from './kind.ts'

/** What hangs most on the engine: storage, locks, requests that outlive the page. */
const IN_EVERY_ENGINE = new Set([
  'none',
  'reset',
  'answer-lost',
  'closed-at-once',
  'left-at-once',
  'two-tabs-race',
])

/** For `npm test`: every kind once in Chromium, a few in the others. */
export function shortTimes({ name }: Kind, engine: Engine): number {
  return engine === 'chromium' || IN_EVERY_ENGINE.has(name) ? 1 : 0
}
