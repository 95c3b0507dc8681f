import { ofDocument } from '../../node/of-document.ts'
import { readNode } from '../../node/read-node.ts'
import { quietly } from '../../quietly.ts'
import { holds, isHtml, pageOf } from './ancestors.ts'
import { deepFocus } from './deep-focus.ts'
import { FOCUSABLE } from './focusable-in.ts'
import { stopBeside, tabStopsOf } from './tab-stops.ts'

/** They may have a use for Tab. */
const EDITORS =
  'input, textarea, select, [role=combobox i], [role=textbox i], [role=searchbox i], [role=grid i], [role=treegrid i], [role=application i]'

/**
 * Puts the panel behind its target in the tab order, although it stands at the end of the page: Tab
 * on the last control of the target enters it, Shift+Tab on its first control returns there, Tab on
 * its last control goes to what follows the target, and Shift+Tab there leads back. So it is no trap,
 * and it is where a reader would expect it: after what it speaks of. A target that takes no focus is
 * left out of the order, as it was: the panel then stands between the stop before it and the one
 * after it. Who comes to it from the end of the page, where it really stands, goes on to the beginning.
 */
export function linkTabOrder(target: Element, panel: HTMLElement, signal: AbortSignal): void {
  const door = (): HTMLElement | undefined =>
    tabStopsOf(target).at(-1) ?? stopBeside(target, 'before')

  let isPlaced = false
  let isFromEnd = false
  let tabbedFrom: Element | null | undefined

  /**
   * Without our doing Tab comes to a control, never to the panel itself: from the stop where it was
   * pressed, or from the browser's own controls, which are nobody. Scripts come from anywhere.
   */
  const note = (event: FocusEvent): void => {
    const { relatedTarget: from } = event
    if (from instanceof Node && panel.contains(from)) return
    isFromEnd = !isPlaced && event.target !== panel && (!from || from === tabbedFrom)
  }

  const enter = (event: Event): void => {
    if (!isTab(event) || event.defaultPrevented) return
    tabbedFrom = ofDocument('activeElement')
    // What one types into may want the key for itself: only what it leaves is ours.
    if (event.eventPhase === Event.CAPTURING_PHASE && isEditing()) return
    const { shiftKey } = event
    if (shiftKey ? !isAfter(target) : !leavesFor(target, door())) return
    const to = (shiftKey && stopsOf(panel).at(-1)) || panel
    isPlaced = true
    to.focus({ preventScroll: true })
    isPlaced = false
    if (activeIn(panel) === to) event.preventDefault()
  }

  const leave = (event: Event): void => {
    if (!isTab(event) || !atEdge(panel, event.shiftKey)) return
    if (isFromEnd) return event.shiftKey ? undefined : goTo(pageStart(), event)
    const before = door()
    const to = before ?? (event.shiftKey ? undefined : stopBeside(target, 'after'))
    if (!to) return
    to.focus()
    // Not prevented, the browser itself goes on: from the door to what follows it, and from us where
    // the focus stayed.
    if ((event.shiftKey || !before) && deepFocus() === to) event.preventDefault()
  }

  // On window, because an element named "addEventListener" stands in the way of document's.
  for (const view of new Set([window, ofDocument('defaultView', pageOf(target)) ?? window])) {
    for (const capture of [true, false]) {
      view.addEventListener('keydown', quietly(enter, signal), { capture, signal })
    }
  }
  panel.addEventListener('keydown', quietly(leave, signal), { signal })
  panel.addEventListener('focusin', quietly(note, signal), { signal })
}

/** The browser itself would get there too, but in Firefox it comes back into the panel for ever. */
function pageStart(): HTMLElement | undefined {
  return tabStopsOf(ofDocument('documentElement')).at(0)
}

function goTo(stop: HTMLElement | undefined, event: Event): void {
  stop?.focus()
  if (stop && deepFocus() === stop) event.preventDefault()
}

/** Our handlers may be handed a copy of the event, of no class of its own. */
function isTab(event: Event): event is KeyboardEvent {
  // With Shift, WebKitGTK does not know its key.
  if (Reflect.get(event, 'key') !== 'Tab' && Reflect.get(event, 'code') !== 'Tab') return false
  // Who composes has other uses for keys; 229: WebKit ends that before the key that ended it.
  return !Reflect.get(event, 'isComposing') && Reflect.get(event, 'keyCode') !== 229
}

/** Whether the focus is where Tab may take a proposal, indent a line or go to the next cell. */
function isEditing(): boolean {
  const focused = deepFocus()
  if (!focused) return false
  // Of a closed shadow root nobody knows what it holds.
  if (readNode(focused, 'localName').includes('-')) return true
  const isEditable = isHtml(focused) && readNode(focused, 'isContentEditable')
  return isEditable || Element.prototype.closest.call(focused, EDITORS) !== null
}

/** Tab would now leave the target, or the stop that stands for it. */
function leavesFor(target: Element, door: HTMLElement | undefined): boolean {
  const focused = deepFocus()
  if (!focused || !door) return focused === door
  if (focused === door || holds(door, focused)) return true
  const follows =
    Node.prototype.compareDocumentPosition.call(focused, door) & Node.DOCUMENT_POSITION_FOLLOWING
  return holds(target, focused) && !follows
}

/** The focus is on what follows the target. */
function isAfter(target: Element): boolean {
  const focused = deepFocus()
  return focused !== undefined && focused === stopBeside(target, 'after')
}

function stopsOf(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(FOCUSABLE)]
}

function atEdge(panel: HTMLElement, backwards: boolean): boolean {
  const stops = stopsOf(panel)
  const active = activeIn(panel)
  if (backwards) return active === panel || active === stops.at(0)
  return active === stops.at(-1)
}

function activeIn(panel: HTMLElement): Element | null {
  const root = panel.getRootNode()
  return root instanceof ShadowRoot ? root.activeElement : null
}
