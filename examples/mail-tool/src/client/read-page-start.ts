import type { PageStart } from '../model/snapshot.ts'

/** What the server wrote into the page. */
export function readPageStart(): PageStart {
  const start: PageStart = JSON.parse(document.querySelector('#start')?.textContent ?? '{}')
  return start
}
