import { listen } from '../listen.ts'

/**
 * Calls `onEscape` for the Escape key. It comes before the page's own listeners; where `onEscape`
 * says that it used the key, they hear neither of the press nor of the release, and a dialog of the
 * browser stays open. Not while the user composes a character.
 */
export function listenForEscape(onEscape: () => boolean, signal: AbortSignal): void {
  let isUsed = false

  const hear = (event: Event): void => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
    // While it is held down the key belongs to whom the press belonged to.
    if (event.type === 'keydown' && !event.repeat) {
      // 229: WebKit ends the composition before the key that ended it.
      const isFree = !event.isComposing && event.keyCode !== 229 && !event.defaultPrevented
      isUsed = isFree && onEscape()
    }
    if (!isUsed) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  listen('keydown keyup', hear, signal)
}
