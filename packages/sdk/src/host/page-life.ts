import { listen } from './listen.ts'

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
  function hear(event: Event): void {
    const isHidden = Reflect.get(Document.prototype, 'hidden', document)
    if (event.type === 'pagehide' || (event.type === 'visibilitychange' && isHidden)) onHide()
    // The first pageshow is the page's start: there was no hiding.
    else if (!('persisted' in event) || event.persisted) onShow()
  }

  listen('visibilitychange pagehide pageshow online', hear, lifetime)
}
