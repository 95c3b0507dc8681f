import type { Action } from '@firstwin/engine'
import { createAnnouncer } from './announcer.ts'
import { listenForEscape } from './focus/escape-key.ts'
import { fadeOut } from './fade-out.ts'
import { raiseFirewall } from './firewall/firewall.ts'
import { createFocusKeeper } from './focus/focus-keeper.ts'
import type { FocusKeeper } from './focus/focus-keeper.ts'
import { giveWay } from './focus/give-way.ts'
import { hasHostModal } from './stand/host-modal.ts'
import { letScroll } from './let-scroll.ts'
import { listen } from './listen.ts'
import type { Mount } from './mount.ts'
import type { Show } from './show.ts'
import { createStand } from './stand/stand.ts'
import { adoptLate } from './theme/adopt-late.ts'
import { watchLooks } from './theme/watch-looks.ts'
import { ofDocument } from '../node/of-document.ts'

interface AttendOptions {
  mount: Mount
  show: Show
  act: (action: Action) => void
  redraw: () => void
  oops: ((error: unknown) => void) | undefined
  /** No listener in the page is left. */
  onDetached: (() => void) | undefined
  /** The user does something on the page. */
  onPageUsed: () => void
}

/** What can be done for what is on screen once all is there. */
export interface Attendance extends FocusKeeper {
  /** Puts us where we can be seen and used while this is what we point at. */
  raise: (target: Element | undefined) => void
  fadeOut: typeof fadeOut
  /** Has it read out by screen readers, once, without moving the focus. */
  announce: (text: string) => void
  /** Lets what scrolls in it, and only that, take the keyboard. */
  letScroll: (panel: HTMLElement, signal: AbortSignal) => void
}

const ESCAPE: Action = { do: 'dismiss', reason: 'escape' }

/** Listens, until `signal` aborts, to what the user and the page do while we are on screen. */
export function attend(options: AttendOptions, signal: AbortSignal): Attendance {
  const { mount, redraw, onPageUsed, oops, onDetached } = options
  signal.addEventListener('error', (event) => oops?.(Reflect.get(event, 'error')))
  const hear = (event: Event): void => {
    if (!event.composedPath().includes(mount.host)) onPageUsed()
  }
  listen('keydown pointerdown', hear, signal)
  adoptLate(mount)
  listenForEscape(() => escape(options), signal)
  const raise = createStand(mount, onDetached, signal)
  const focus = createFocusKeeper(mount, signal)
  // Before the panel goes: what it takes with it would be lost.
  const leave = (): void => {
    if (mount.shadow.activeElement) focus.giveBack(undefined, undefined)
  }
  signal.addEventListener('abort', leave)
  giveWay(mount, signal)
  watchLooks(mount, redraw, signal)
  // The last of them: what it keeps from the page is kept from every later listener of ours.
  raiseFirewall(mount.host, signal)
  return { ...focus, raise, letScroll, fadeOut, announce: createAnnouncer(mount.root, signal) }
}

/** Does what Escape does to the item; `false` if the key is not meant for it. */
function escape({ mount, show, act }: AttendOptions): boolean {
  const current = show.current()
  if (!current) return false
  const { part, item } = current
  const isIn = mount.shadow.activeElement !== null
  if (!isIn && !(part.escapeFromPage?.(item) && isPageIdle())) return false
  act(part.escape ?? ESCAPE)
  return true
}

/** Nothing has the focus, and no dialog of the page waits for this Escape. */
function isPageIdle(): boolean {
  const active = ofDocument('activeElement')
  return (active === null || active === ofDocument('body')) && !hasHostModal()
}
