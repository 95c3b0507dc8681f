import type { Mount } from './mount.ts'

/** Knows where the focus was before a panel took it, and gives it back. */
export interface FocusKeeper {
  /** The focus is in this part of our tree. */
  isIn: (element: Element) => boolean
  /** Gives the focus to a panel, unless the user is typing into the page. */
  take: (panel: HTMLElement) => void
  /** Gives it back to what had it, if that is still there; else to `instead`. */
  giveBack: (instead: HTMLElement | undefined) => void
}

const EDITABLE = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

export function createFocusKeeper({ host, shadow }: Mount, lifetime: AbortSignal): FocusKeeper {
  let returnTo: HTMLElement | undefined

  const remember = ({ relatedTarget: from }: FocusEvent): void => {
    if (from instanceof HTMLElement && !from.closest('.layer')) returnTo = from
  }
  shadow.addEventListener('focusin', (event) => event instanceof FocusEvent && remember(event), {
    signal: lifetime,
  })

  return {
    isIn: (element) => element.contains(shadow.activeElement),
    take(panel) {
      const active = document.activeElement
      if (active !== host && active?.matches(EDITABLE)) return
      panel.focus({ preventScroll: true })
    },
    giveBack(instead) {
      const to = returnTo?.isConnected ? returnTo : instead
      returnTo = undefined
      to?.focus({ preventScroll: true })
    },
  }
}
