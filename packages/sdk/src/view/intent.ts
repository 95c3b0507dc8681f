import type { Action } from '@firstwin/engine'

/**
 * Remembers whether the user asked us for the next thing: then it may take the focus. Doing anything
 * on the page in between takes that back.
 */
export interface Intent {
  note: (action: Action) => void
  /** Whether something was asked for; asked once, it is answered. */
  take: () => boolean
}

const LEADS_ON = new Set<Action['do']>([
  'next',
  'back',
  'follow',
  'answer',
  'apply',
  'open',
  'begin',
])

export function createIntent(host: HTMLElement, signal: AbortSignal): Intent {
  let asked = false
  const forget = (event: Event): void => {
    if (!event.composedPath().includes(host)) asked = false
  }
  window.addEventListener('keydown', forget, { capture: true, signal })
  window.addEventListener('pointerdown', forget, { capture: true, signal })
  return {
    note(action) {
      asked = LEADS_ON.has(action.do)
    },
    take() {
      const answer = asked
      asked = false
      return answer
    },
  }
}
