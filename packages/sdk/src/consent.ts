import { createStorage } from './host/storage.ts'
import type { Consent } from './options.ts'
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

/** What the users of this device have done and seen; the journey's id follows. */
export const PROGRESS_PREFIX = 'fw:j:'

/**
 * Keeps texts on the device only while the user agrees. A browser that sends Global Privacy Control
 * has said no for its user.
 * @see https://w3c.github.io/gpc/
 */
export function createKeeping(first: Consent, onBlocked: () => void): Keeping {
  let consent: Consent = 'granted'
  let isOpen = true
  const isGranted = (): boolean => isOpen
  const store = createStorage('localStorage', { isOpen: isGranted, onBlocked })
  const sessions = createStorage('sessionStorage', { isOpen: isGranted, onBlocked })

  function each(change: (one: TextStore, key: string) => void): void {
    for (const one of [store, sessions]) for (const key of one.keys(PREFIX)) change(one, key)
  }

  function setConsent(wanted: Consent): void {
    const before = consent
    consent = Reflect.get(navigator, 'globalPrivacyControl') ? 'denied' : wanted
    const progress: (() => void)[] = []
    // With a no, and for what came under one, only the progress of this page goes on, in memory.
    if (before === 'denied' || consent === 'denied') {
      isOpen ||= consent === 'denied'
      each((one, key) => {
        const text = one.get(key) ?? ''
        one.remove(key)
        if (key.startsWith(PROGRESS_PREFIX)) progress.push(() => one.set(key, text))
      })
    }
    isOpen = consent === 'granted'
    for (const keep of progress) keep()
    if (isOpen) each((one, key) => one.set(key, one.get(key) ?? ''))
  }
  if (first !== 'granted' || Reflect.get(navigator, 'globalPrivacyControl')) setConsent(first)
  return { store, sessions, isGranted, setConsent }
}
