import { contains } from '../node/read-node.ts'
import { deepIfThere } from './target/find-target.ts'
import { isVisible } from './target/is-visible.ts'
import { listen } from './listen.ts'
import { oncePerFrame } from './once-per-frame.ts'
import { queryAll } from './query-all.ts'
import { quietly } from '../quietly.ts'

/** What keeps the user from looking at anything else. */
export type Busy = 'typing' | 'host-dialog'

/** How long after the last key the user still counts as typing. */
const TYPING_MS = 3000

/** Modal layers come and go with these. An observer for them would cost every page. */
const DIALOG_EVENTS = 'click keyup focusin toggle close fullscreenchange transitionend animationend'

const EVERYTHING = { attributes: true, childList: true, subtree: true }

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
    const dialog: readonly Busy[] = hostDialogs()[0] ? ['host-dialog'] : []
    return isTyping ? ['typing', ...dialog] : dialog
  }

  const lookSoon = oncePerFrame(() => {
    const found = busyWith().join()
    // A dialog that is taken out of the page, or hidden by a style, has no event that says so.
    if (hostDialogs()[0]) changes.observe(document, EVERYTHING)
    else changes.disconnect()
    if (found !== last) onChange()
    last = found
  }, lifetime)
  const changes = new MutationObserver(lookSoon)

  function rest(): void {
    isTyping = false
    lookSoon()
  }

  function hearTyping(event: Event): void {
    // A checkbox or a slider has an input event too, but not of this kind: nobody is typing.
    const isKey = event instanceof InputEvent && event.isTrusted
    if (event.type === 'input' && !isKey) return
    clearTimeout(timer)
    isTyping = isKey || (isTyping && event.type !== 'focusout')
    if (isTyping && !(isKey && event.isComposing)) timer = setTimeout(rest, TYPING_MS)
    lookSoon()
  }

  listen('input compositionend focusout', quietly(hearTyping, lifetime), lifetime)
  listen(DIALOG_EVENTS, lookSoon, lifetime)
  // One that is open already may be taken away without an event.
  lookSoon()
  lifetime.addEventListener('abort', () => {
    clearTimeout(timer)
    changes.disconnect()
  })
  return busyWith
}

/** Whether it is in front of every dialog of the host: in all that are open, or none is. */
export function isReachable(element: Element): boolean {
  return hostDialogs().every(
    (dialog) => contains(dialog, element) || deepIfThere()?.isAround(dialog, element),
  )
}

/** Modal dialogs, and a part of the page in full screen: the whole page there is still the page. */
function hostDialogs(): Element[] {
  return queryAll(':modal:not(:root),[aria-modal=true]').filter(isVisible)
}
