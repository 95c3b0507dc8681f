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
  /** Granted: what was kept in memory meanwhile moves to the device. Denied: all of it is removed. */
  readonly setConsent: (consent: Consent) => void
}

/** Everything that Firstwin keeps lies under keys that begin so. */
const PREFIX = 'fw:'

/**
 * Keeps texts on the device only while the user agrees. A browser that sends Global Privacy Control
 * has said no for its user.
 * @see https://w3c.github.io/gpc/
 */
export function createKeeping(first: Consent, onBlocked: () => void): Keeping {
  let isOpen = true
  const isGranted = (): boolean => isOpen
  const store = createStorage('localStorage', { isOpen: isGranted, onBlocked })
  const sessions = createStorage('sessionStorage', { isOpen: isGranted, onBlocked })

  function each(change: (one: TextStore, key: string) => void): void {
    for (const one of [store, sessions]) for (const key of one.keys(PREFIX)) change(one, key)
  }

  function setConsent(wanted: Consent): void {
    const consent = Reflect.get(navigator, 'globalPrivacyControl') ? 'denied' : wanted
    // What is to be removed has to be reached once more.
    isOpen = consent !== 'pending'
    if (consent === 'denied') each((one, key) => one.remove(key))
    isOpen = consent === 'granted'
    if (isOpen) each((one, key) => one.set(key, one.get(key) ?? ''))
  }
  if (first !== 'granted' || Reflect.get(navigator, 'globalPrivacyControl')) setConsent(first)
  return { store, sessions, isGranted, setConsent }
}
