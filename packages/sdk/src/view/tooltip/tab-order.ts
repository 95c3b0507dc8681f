import { holds, isHtml } from './ancestors.ts'
import { deepFocus } from './deep-focus.ts'
import { FOCUSABLE } from './focusable-in.ts'
import { stopBeside, tabStopsOf } from './tab-stops.ts'

/**
 * Puts the panel behind its target in the tab order, although it stands at the end of the page: Tab
 * on the last control of the target enters it, Shift+Tab on its first control returns there, Tab on
 * its last control goes to what follows the target. So it is no trap, and it is where a reader would
 * expect it: after what it speaks of. A target that takes no focus is left out of the order, as it
 * was: the panel then stands between the stop before it and the one after it.
 */
export function linkTabOrder(target: Element, panel: HTMLElement, signal: AbortSignal): void {
  const door = (): HTMLElement | undefined =>
    tabStopsOf(target).at(-1) ?? stopBeside(target, 'before')

  const enter = (event: Event): void => {
    if (!isTab(event) || event.shiftKey || event.defaultPrevented) return
    // Editors may want the key for themselves: only what they leave is ours.
    if (event.eventPhase === Event.CAPTURING_PHASE && isEditing()) return
    if (!leavesFor(target, door())) return
    event.preventDefault()
    panel.focus({ preventScroll: true })
  }

  const leave = (event: Event): void => {
    if (!isTab(event) || !atEdge(panel, event.shiftKey)) return
    const before = door()
    const to = before ?? (event.shiftKey ? undefined : stopBeside(target, 'after'))
    if (!to) return
    // Without preventDefault the browser itself goes on from the door to what follows it.
    if (event.shiftKey || !before) event.preventDefault()
    to.focus()
  }

  // On window, because an element named "addEventListener" stands in the way of document's.
  for (const view of new Set([window, target.ownerDocument.defaultView ?? window])) {
    for (const capture of [true, false]) {
      view.addEventListener('keydown', enter, { capture, signal })
    }
  }
  panel.addEventListener('keydown', leave, { signal })
}

/** Our handlers may be handed a copy of the event, of no class of its own. */
function isTab(event: Event): event is KeyboardEvent {
  return 'key' in event && event.key === 'Tab'
}

function isEditing(): boolean {
  const focused = deepFocus()
  return focused !== undefined && (focused.localName === 'textarea' || isEditable(focused))
}

function isEditable(element: Element): boolean {
  return isHtml(element) && element.isContentEditable
}

/** Tab would now leave the target, or the stop that stands for it. */
function leavesFor(target: Element, door: HTMLElement | undefined): boolean {
  const focused = deepFocus()
  if (!focused || !door) return focused === door
  if (focused === door || holds(door, focused)) return true
  const follows = focused.compareDocumentPosition(door) & Node.DOCUMENT_POSITION_FOLLOWING
  return holds(target, focused) && !follows
}

function atEdge(panel: HTMLElement, backwards: boolean): boolean {
  const stops = [...panel.querySelectorAll(FOCUSABLE)]
  const root = panel.getRootNode()
  const active = root instanceof ShadowRoot ? root.activeElement : null
  if (backwards) return active === panel || active === stops.at(0)
  return active === stops.at(-1)
}
