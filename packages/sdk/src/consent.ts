import { createStorage } from './host/storage.ts'
import type { Consent, InitOptions } from './options.ts'
import { QUEUES } from './report/keep-event.ts'
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
   * and what happens until it is granted is never told.
   */
  readonly setConsent: (consent: Consent) => void
}

/** Everything that Firstwin keeps lies under keys that begin so. */
const PREFIX = 'fw:'

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

  function setConsent(wanted: Consent): void {
    const next = isNoSaid() ? 'denied' : wanted
    const isNo = next === 'denied' || consent === 'denied'
    const kept: (() => void)[] = []
    // What is to be removed from the device has to be reached once more.
    isOpen ||= next === 'denied'
    for (const one of next === 'pending' ? [] : [store, sessions]) {
      for (const key of one.keys(PREFIX)) {
        const text = one.get(key) ?? ''
        one.remove(key)
        if (isNo && key.startsWith(QUEUES)) continue
        // What the device had before is more than what one page knows.
        kept.push(() => void (one.get(key) ?? one.set(key, text)))
      }
    }
    consent = next
    isOpen = next === 'granted'
    for (const keep of kept) keep()
  }

  setConsent(first)
  return { store, sessions, isGranted, setConsent }
}
