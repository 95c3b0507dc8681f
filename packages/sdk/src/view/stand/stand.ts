import { matches } from '../../node/read-node.ts'
import { createFocusMemory } from '../focus/focus-memory.ts'
import { createFollower } from './follow-page.ts'
import { listen } from '../listen.ts'
import type { Mount } from '../mount.ts'
import { moveInto, promote } from './move-into.ts'
import { outer } from './outer.ts'
import { ownerOf } from './owner.ts'
import { createRation } from './ration.ts'
import { findModal, MODAL } from './ruling-modal.ts'
import { cleanHost, createSentinel } from './sentinel.ts'
import { watchCover } from './watch-cover.ts'

/** A page that undoes our moves more often than that in a second has its way for a while. */
const MOST_MOVES = 20

/**
 * Keeps the host element where it can be seen and used: in the page at all, in what rules it, and
 * above what came later. The function that it returns says what we point at by now.
 */
export function createStand(
  mount: Mount,
  onDetached: (() => void) | undefined,
  signal: AbortSignal,
): (target: Element | undefined) => void {
  const { host, home } = mount
  const follow = createFollower(mount)
  const recent = createFocusMemory(mount, signal)
  const mayMove = createRation(MOST_MOVES)
  const sentinel = createSentinel(host, { onChange: settle, onDetached }, signal)
  let target: Element | undefined
  let hint: Element | undefined
  let lastCover: Element | undefined

  function settle(): void {
    if (signal.aborted) return
    cleanHost(host)
    const owner = ownerOf({ target, host, home: home(), hint })
    if (outer(host) !== owner) move(owner)
    else if (!host.matches(':popover-open')) promote(host)
    follow()
  }

  function move(owner: Element): void {
    if (!mayMove()) return
    const before = outer(host)
    // What took the focus on purpose keeps it: a dialog that opens, but not one that closes.
    const isLost = !host.isConnected || !before?.checkVisibility()
    moveInto(mount, owner, isLost ? recent() : undefined)
    sentinel.watch()
  }

  /** A popover of the page came into the top layer after us; a modal layer in a shadow root took the focus. */
  function hear(event: Event): void {
    const path = event.composedPath()
    if (path.includes(host)) return settle()
    const [first] = path
    if (event.type === 'toggle' && first instanceof Element && first.matches(':popover-open')) {
      if (mayMove()) promote(host)
    }
    const isModal = (node: EventTarget): node is Element =>
      node instanceof Element && matches(node, MODAL)
    hint = path.find(isModal) ?? hint
    settle()
  }

  listen('toggle close fullscreenchange focusin pageshow resize', hear, signal)
  const look = (cover: Element | undefined): void => {
    if (cover) hint = findModal(host) ?? hint
    settle()
    // Once for each: what cannot be risen above is not fought.
    if (cover && cover !== lastCover && mayMove()) promote(host)
    lastCover = cover
  }
  watchCover(mount, look, signal)
  sentinel.watch()

  return (next) => {
    target = next
    settle()
  }
}
