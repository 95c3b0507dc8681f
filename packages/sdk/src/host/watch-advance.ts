import type { Advance } from '@firstwin/schema'

/**
 * Calls `onAdvance` once, when the user does in `element` what the step waits for: clicks it, or
 * types into it (and has typed long enough, or leaves it so). Only what a person does counts, not
 * events made by scripts. The host's own handlers have run by then; nothing is prevented or stopped.
 * Other kinds of advance are not watched here.
 */
export function watchAdvance(
  element: Element,
  advance: Advance,
  onAdvance: () => void,
  lifetime: AbortSignal,
): void {
  if (advance === 'next' || !('on' in advance)) return
  const minLength = advance.on === 'click' ? 0 : (advance.minLength ?? 1)
  // A field of a Japanese keyboard is not done before its word is.
  const types = advance.on === 'click' ? ['click'] : ['input', 'compositionend', 'focusout']
  let isDone = false

  function hear(event: Event): void {
    const path = event.composedPath()
    if (isDone || !event.isTrusted || !path.includes(element) || isComposing(event)) return
    if (lengthOf(path[0]) < minLength) return
    isDone = true
    setTimeout(() => {
      if (!lifetime.aborted) onAdvance()
    })
  }

  for (const type of types) addEventListener(type, hear, { capture: true, signal: lifetime })
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}

function lengthOf(field: EventTarget | undefined): number {
  if (!(field instanceof Element)) return 0
  return 'value' in field ? String(field.value).length : field.textContent.length
}
