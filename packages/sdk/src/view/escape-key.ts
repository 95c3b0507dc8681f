/**
 * Calls `onEscape` for the Escape key. It comes before the page's own listeners; where `onEscape`
 * says that it used the key, they do not hear of it. Not while the user composes a character.
 */
export function listenForEscape(onEscape: () => boolean, signal: AbortSignal): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    if (!onEscape()) return
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', listen, { capture: true, signal })
}
