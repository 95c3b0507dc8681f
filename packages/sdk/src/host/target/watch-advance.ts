import { ofDocument } from '../../node/of-document.ts'
import type { Advance } from '@firstwin/schema'
import { readNode } from '../../node/read-node.ts'

export interface AdvanceWatch {
  element: Element
  advance: Advance
}

/**
 * Calls `onAdvance` once, when the user does in `element` what the step waits for: clicks it, or
 * types into it (and has typed long enough, or leaves it so). Only what a person does counts, not
 * events made by scripts. The host's own handlers have run by then; nothing is prevented or stopped.
 * Other kinds of advance are not watched here.
 */
export function watchAdvance(
  { element, advance }: AdvanceWatch,
  onAdvance: () => void,
  lifetime: AbortSignal,
): void {
  if (advance === 'next' || !('on' in advance)) return
  const isClick = advance.on === 'click'
  const minLength = isClick ? 0 : (advance.minLength ?? 1)
  let isDone = false
  let isComposing = false

  function hear(event: Event): void {
    const [field, ...around] = event.composedPath()
    const isInside = field === element || around.includes(element)
    // Chromium does not mark its own compositionend as trusted; what it ends was typed.
    const isReal = event.isTrusted || (isComposing && event.type === 'compositionend')
    if (isDone || !isInside || !isReal) return
    // A word that an input method still composes may become a shorter one.
    isComposing = 'isComposing' in event && Boolean(event.isComposing)
    if (isComposing || lengthOf(field) < minLength) return
    isDone = true
    setTimeout(() => {
      if (!lifetime.aborted) onAdvance()
    })
  }

  // What happens in a frame is not heard in the window around it.
  const view = ofDocument('defaultView', readNode(element, 'ownerDocument')) ?? window
  for (const type of isClick ? ['click'] : ['input', 'compositionend', 'focusout']) {
    view.addEventListener(type, hear, { capture: true, signal: lifetime })
  }
}

function lengthOf(field: EventTarget | undefined): number {
  if (!field || !('textContent' in field)) return 0
  return String('value' in field ? field.value : field.textContent).length
}
