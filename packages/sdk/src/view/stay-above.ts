/** A popover that the page opens later would lie over us; showing ours again puts it on top. */
export function stayAbove(host: HTMLElement, signal: AbortSignal): void {
  const rise = ({ target }: Event): void => {
    if (target === host || !(target instanceof Element) || !host.isConnected) return
    if (!target.matches(':popover-open')) return
    host.hidePopover()
    host.showPopover()
  }
  // On window, because an element named "addEventListener" stands in the way of document's.
  window.addEventListener('toggle', rise, { capture: true, signal })
}
