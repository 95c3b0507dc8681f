import type { Consent } from './options.ts'
import type { TextStore } from './report/text-store.ts'

/** Storage that opens with the user's consent. */
export interface ConsentStore extends TextStore {
  /** Granted: what was kept in memory meanwhile moves to the device. Denied: all of it is removed. */
  set consent(consent: Consent)
  get consent(): Consent
}

/** Everything that Firstwin keeps lies under keys that begin so. */
const PREFIX = 'fw:'

/**
 * Keeps texts on the device only while the user agrees, and in memory otherwise. A browser that
 * sends Global Privacy Control has said no for its user.
 * @see https://w3c.github.io/gpc/
 */
export function createConsentStore(device: TextStore, first: Consent): ConsentStore {
  const memory = new Map<string, string>()
  let consent = withPrivacyControl(first)
  const isGranted = (): boolean => consent === 'granted'

  const store: ConsentStore = {
    get: (key) => (isGranted() ? device.get(key) : memory.get(key)),
    set: (key, text) => void (isGranted() ? device.set(key, text) : memory.set(key, text)),
    remove: (key) => void (isGranted() ? device.remove(key) : memory.delete(key)),
    keys: (prefix) =>
      isGranted()
        ? device.keys(prefix)
        : [...memory.keys()].filter((key) => key.startsWith(prefix)),
    get consent() {
      return consent
    },
    set consent(next) {
      consent = withPrivacyControl(next)
      if (consent === 'denied') device.keys(PREFIX).forEach((key) => device.remove(key))
      if (!isGranted()) return
      for (const [key, text] of memory) device.set(key, text)
      memory.clear()
    },
  }
  if (consent === 'denied') store.consent = consent
  return store
}

function withPrivacyControl(wanted: Consent): Consent {
  return 'globalPrivacyControl' in navigator && navigator.globalPrivacyControl ? 'denied' : wanted
}
