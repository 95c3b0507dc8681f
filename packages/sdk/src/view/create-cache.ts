export interface CacheOptions {
  /** Something that was asked for has come. */
  onReady: () => void
  /** It did not come: no network, or a policy that forbids it. Asking again tries again. */
  onFailed: (key: string) => void
  /** Hears what `onReady` and `onFailed` throw. */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * Hands out what `load` gives: at once where it is there. A promise is waited for, once for each
 * key; until then there is `undefined`.
 */
export function createCache<Key extends string, Value>(
  load: (key: Key) => Value | Promise<Value>,
  { onReady, onFailed, onError }: CacheOptions,
): (key: Key) => Value | undefined {
  const kept = new Map<Key, Value>()
  const coming = new Set<Key>()

  const fetchFirst = async (key: Key, value: Promise<Value>): Promise<void> => {
    coming.add(key)
    try {
      kept.set(key, await value)
    } catch {
      coming.delete(key)
      return onFailed(key)
    }
    coming.delete(key)
    onReady()
  }

  return (key) => {
    if (kept.has(key) || coming.has(key)) return kept.get(key)
    const value = load(key)
    if (!(value instanceof Promise)) return value
    void fetchFirst(key, value).catch(onError)
    return undefined
  }
}
