import { listen } from './listen.ts'

/**
 * Calls `onTurn` when the page may be another one than it was: hidden or seen again, loaded or
 * restored by the browser, online again; and when another tab stored something.
 */
export function watchPageLife(onTurn: (event: Event) => void, lifetime: AbortSignal): void {
  listen('visibilitychange pageshow online storage', onTurn, lifetime)
}
