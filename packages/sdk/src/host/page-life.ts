import { listen } from './listen.ts'

/**
 * Calls `onTurn` when the page may be another one than it was: hidden or seen again, loaded or
 * restored by the browser, online again.
 */
export function watchPageLife(onTurn: () => void, lifetime: AbortSignal): void {
  listen('visibilitychange pageshow online', onTurn, lifetime)
}
