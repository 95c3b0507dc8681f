/** Texts by key. Never throws. */
export interface TextStorage {
  get: (key: string) => string | undefined
  set: (key: string, text: string) => void
  remove: (key: string) => void
  /** All keys that start with `prefix`. */
  keys: (prefix: string) => string[]
}

interface StorageOptions {
  /** Whether the browser's storage may be used now; in memory everything works the same. */
  isOpen?: () => boolean
  /** Called the first time that the browser refuses. */
  onBlocked?: () => void
}

/**
 * Keeps texts in the browser's storage. What that refuses (private windows, full disks, blocked
 * cookies, sandboxed frames), or may not be used for, is kept in memory until the page closes.
 */
export function createStorage(
  name: 'localStorage' | 'sessionStorage',
  { isOpen = () => true, onBlocked }: StorageOptions = {},
): TextStorage {
  const memory = new Map<string, string>()
  let isBlocked = false

  function attempt<Result>(use: (storage: Storage) => Result): Result | undefined {
    if (!isOpen()) return undefined
    try {
      return use(window[name])
    } catch {
      if (!isBlocked) onBlocked?.()
      isBlocked = true
      return undefined
    }
  }

  return {
    // Memory first: it has what could not be written over an older text.
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)) ?? undefined,
    set(key, text) {
      memory.set(key, text)
      attempt((storage) => {
        storage.setItem(key, text)
        memory.delete(key)
      })
    },
    remove(key) {
      memory.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
    keys(prefix) {
      const stored = attempt((storage) => Object.keys(storage)) ?? []
      return [...new Set([...memory.keys(), ...stored])].filter((key) => key.startsWith(prefix))
    },
  }
}
