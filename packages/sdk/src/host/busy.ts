import { isVisible } from './is-visible.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { queryAll } from './query-all.ts'

/** What keeps the user from looking at anything else. */
export type Busy = 'typing' | 'host-dialog'

/** How long after the last key the user still counts as typing. */
const TYPING_MS = 3000

/** Modal layers come and go with these. An observer for them would cost every page. */
const DIALOG_EVENTS = ['click', 'keyup', 'focusin', 'toggle', 'close', 'fullscreenchange']
const MOTION_EVENTS = ['transitionend', 'animationend']
const TYPING_EVENTS = ['input', 'compositionstart', 'compositionend', 'focusout']

/**
 * Calls `onChange` when the user begins or ends to be busy, and returns the function that says with
 * what. Typing lasts until 3 s after the last key, until the word is finished where an input method
 * composes it, and no longer than the field has the focus.
 */
export function watchBusy(onChange: () => void, lifetime: AbortSignal): () => readonly Busy[] {
  let isTyping = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = ''

  function busyWith(): readonly Busy[] {
    const dialog: readonly Busy[] = hasHostDialog() ? ['host-dialog'] : []
    return isTyping ? ['typing', ...dialog] : dialog
  }

  const lookSoon = oncePerFrame(() => {
    const found = busyWith().join()
    if (found !== last) onChange()
    last = found
  }, lifetime)

  function setTyping(value: boolean): void {
    isTyping = value
    lookSoon()
  }

  function hearTyping(event: Event): void {
    const isText = event instanceof InputEvent || event instanceof CompositionEvent
    if (!event.isTrusted || (!isText && !isTyping)) return
    clearTimeout(timer)
    setTyping(isText)
    const isOpen =
      event.type === 'compositionstart' || ('isComposing' in event && event.isComposing)
    if (isText && !isOpen) timer = setTimeout(() => setTyping(false), TYPING_MS)
  }

  const options = { capture: true, signal: lifetime }
  for (const type of TYPING_EVENTS) addEventListener(type, hearTyping, options)
  for (const type of [...DIALOG_EVENTS, ...MOTION_EVENTS]) addEventListener(type, lookSoon, options)
  lifetime.addEventListener('abort', () => clearTimeout(timer))
  return busyWith
}

/** The host has a modal dialog open, or something in full screen. */
export function hasHostDialog(): boolean {
  return queryAll(':modal,[aria-modal=true]').some(isVisible)
}
