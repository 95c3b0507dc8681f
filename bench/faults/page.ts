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

  async function track(more: number, then = '0'): Promise<void> {
    const marks = Array.from({ length: more }, (_, index) => toMark(fault, number, count + index))
    count += more
    const from = Date.now()
    await tab.run(`(track(${JSON.stringify(marks)}), ${then}, 0)`)
    const to = Date.now()
    for (const mark of marks) {
      ledger.add({ mark, page: number, between: [from, to], clockMs: () => clockMs, user })
    }
  }

  return {
    ...tab,
    track,
    ready: () => untilSure('the sender', async () => (await tab.run(IS_THERE)) === true),
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
