import { createStorage } from './host/storage.ts'
import type { Consent, InitOptions } from './options.ts'
import type { TextStore } from './report/text-store.ts'

/** What is kept, as far as the user agrees: on the device, or in memory only. */
export interface Keeping {
  /** Across sessions. */
  readonly store: TextStore
  /** Until the tab is closed. */
  readonly sessions: TextStore
  readonly isGranted: () => boolean
  /**
   * Granted: what was kept in memory meanwhile moves to the device. Denied: all is removed from it,
   * and what happens until it is something else is never told.
   *
   * @param idOf The id of this visitor, which the device may know by another one: what waits is told
   * under that. @default no other one
   */
  readonly setConsent: (consent: Consent, idOf?: () => string) => void
}

/** Everything that Firstwin keeps lies under keys that begin so. */
const PREFIX = 'fw:'
/** What waits to be told, and what is held to be told: of a no, neither is true any more. */
const TOLD = /^fw:(q|said)/

/**
 * Keeps texts on the device only while the user agrees. A browser that sends Global Privacy Control
 * has said no for its user; so has one that sends Do Not Track, where the host respects that.
 * @see https://w3c.github.io/gpc/
 */
export function createKeeping(
  {
    consent: first = 'granted',
    respectDoNotTrack,
  }: Pick<InitOptions, 'consent' | 'respectDoNotTrack'>,
  onBlocked: () => void,
): Keeping {
  const isNoSaid = (): unknown =>
    Reflect.get(navigator, 'globalPrivacyControl') ||
    (respectDoNotTrack && Number(navigator.doNotTrack))
  let consent: Consent = 'pending'
  let isOpen = false
  const isGranted = (): boolean => isOpen
  const options = { isOpen: isGranted, onBlocked }
  const store = createStorage('localStorage', options)
  const sessions = createStorage('sessionStorage', options)

  function setConsent(wanted: Consent, idOf = (): string => ''): void {
    const next = isNoSaid() ? 'denied' : wanted
    if (next === consent) return
    const isNo = next === 'denied' || consent === 'denied'
    const id = idOf()
    const kept: (() => void)[] = []
    // What is to be removed from the device has to be reached once more; else it is left alone.
    isOpen = next === 'denied'
    for (const one of [store, sessions]) {
      for (const key of one.keys(PREFIX)) {
        const text = one.get(key) ?? ''
        one.remove(key)
        if (isNo && TOLD.test(key)) continue
        // What the device had before is more than what one page knows.
        kept.push(() => void (one.get(key) ?? one.set(key, text.replaceAll(id, told))))
      }
    }
    consent = next
    isOpen = next === 'granted'
    const told = idOf()
    for (const keep of kept) keep()
  }

  setConsent(first)
  return { store, sessions, isGranted, setConsent }
}
