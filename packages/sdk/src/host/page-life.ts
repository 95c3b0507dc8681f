export interface PageLife {
  /** The page is hidden, and may never come back. Called up to twice for one hiding. */
  onHide: () => void
  /** The page is seen again, was restored by the browser, or is online again. */
  onShow: () => void
}

/**
 * Tells when the page goes and comes back. Never by `unload` or `beforeunload`, which would keep the
 * page out of the browser's back/forward cache.
 */
export function watchPageLife({ onHide, onShow }: PageLife, lifetime: AbortSignal): void {
  const isHidden = (): boolean => Reflect.get(Document.prototype, 'hidden', document)
  // All on window: an element named "addEventListener" could stand in the way of document's.
  const hear = (type: string, run: (event: Event) => void): void =>
    addEventListener(type, run, { capture: true, signal: lifetime })

  hear('visibilitychange', () => (isHidden() ? onHide() : onShow()))
  hear('pagehide', onHide)
  hear('online', onShow)
  hear('pageshow', (event) => {
    if (event instanceof PageTransitionEvent && event.persisted) onShow()
  })
}
