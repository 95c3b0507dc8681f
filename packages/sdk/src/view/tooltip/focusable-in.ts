import { matches } from '../../node/read-node.ts'

export const FOCUSABLE =
  ':is(a[href], button, input, select, textarea, summary, audio[controls], video[controls], [contenteditable], [tabindex]):not(:disabled, [tabindex^="-"], [type="hidden"])'

/** What of the target takes the keyboard: itself, or the first thing in it. */
export function focusableIn(target: Element): HTMLElement | undefined {
  const found = matches(target, FOCUSABLE)
    ? target
    : Element.prototype.querySelector.call(target, FOCUSABLE)
  return found && takesFocus(found) ? found : undefined
}

/** Not `instanceof`: an element of a frame has a class of its own. */
function takesFocus(element: Element): element is HTMLElement {
  return 'focus' in element
}

export function focusTarget(target: Element): void {
  focusableIn(target)?.focus()
}
