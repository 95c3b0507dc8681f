import type { Tab } from './browsers/browser.ts'
import type { Ledger } from './ledger.ts'
import { toMark } from './marks.ts'
import { untilSure } from './until.ts'

/** A page of the product with a sender in it. */
export interface Page extends Tab {
  /**
   * Tracks so many events. They are in the ledger when the page has answered: from then on they are
   * promised.
   *
   * @param then what the page does in the same turn, as an expression
   */
  readonly track: (count: number, then?: string) => Promise<void>
  /** Says who is signed in from now on, to the page and to the ledger. */
  readonly identify: (user: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** Moves the page's clock to so many ms off the real one. */
  readonly moveClock: (ms: number) => Promise<void>
  /** Resolves once the sender is there: after a reload. */
  readonly ready: () => Promise<void>
  /** How many waited on the device each time that it had tracked. */
  readonly history: () => string
  /** What of ours is on the device, in one line: what waits, pauses and marks, and the locks. */
  readonly left: () => Promise<string>
}

export interface PageParts {
  readonly tab: Tab
  readonly ledger: Ledger
  readonly fault: string
  /** Its number within the fault. */
  readonly number: number
  readonly clockMs: number
  readonly user: string | undefined
}

export function createPage(parts: PageParts): Page {
  const { tab, ledger, fault, number } = parts
  let { clockMs, user } = parts
  let count = 0
  const history: string[] = []

  async function track(more: number, then = '0'): Promise<void> {
    const marks = Array.from({ length: more }, (_, index) => toMark(fault, number, count + index))
    count += more
    const from = Date.now()
    const kept = await tab.run(`(track(${JSON.stringify(marks)}), ${then}, ${KEPT})`)
    const to = Date.now()
    history.push(`${more} tracked, ${String(kept)} waiting at ${to}`)
    for (const mark of marks) {
      ledger.add({ mark, page: number, between: [from, to], clockMs: () => clockMs, user })
    }
  }

  return {
    ...tab,
    track,
    ready: () => untilSure('the sender', async () => (await tab.run(IS_THERE)) === true),
    history: () => `page ${number}: ${history.join('; ')}`,
    left: async () => String(await tab.run(LEFT)),
    async identify(name) {
      user = name
      await tab.run(`(firstwin.identify(${JSON.stringify(name)}), 0)`)
    },
    async signOut() {
      user = undefined
      await tab.run('(firstwin.reset(), 0)')
    },
    async moveClock(ms) {
      clockMs = ms
      await tab.run(`(moveClock(${ms}), 0)`)
    },
  }
}

const IS_THERE = `document.readyState === 'complete' && typeof isThere === 'function' && isThere()`

/** Not of other trackers, nor where there is no storage. */
const KEPT = `(() => { try { return waiting() } catch { return 'nobody knows how many' } })()`

/** Of short texts the value too: those are marks, and times until when something holds. */
const LEFT = `(async () => {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith('fw:'))
  const isWaiting = (key) => key.startsWith('fw:q')
  const rest = keys.filter((key) => !isWaiting(key)).map((key) => {
    const text = localStorage.getItem(key) ?? ''
    return text.length > 40 ? key : key + '=' + text
  })
  const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {}
  const names = (locks) => locks.map(({ name }) => name).join(' ') || 'none'
  return keys.filter(isWaiting).length + ' waiting; ' + rest.join(', ') + '; locks held: ' +
    names(held) + ', asked for: ' + names(pending) + '; now ' + Date.now()
})()`
