import type { SceneItem } from '../scene.ts'
import { loadPart } from './load-part.ts'
import type { Part } from './part.ts'
import { loadWords } from './words/words.ts'
import type { Words } from './words/words.ts'

interface LoaderOptions {
  /** Something that was asked for has come. */
  onReady: () => void
  /** It did not come: no network, or a policy that forbids it. Asking again tries again. */
  onFailed: (key: string) => void
}

export interface Loader {
  /** `undefined` while it is on its way. */
  part: (kind: SceneItem['kind']) => Part | undefined
  words: (locale: string) => Words | undefined
}

/** Hands out parts and words: at once where they are there, else they are fetched first. */
export function createLoader(options: LoaderOptions): Loader {
  return {
    part: createCache(loadPart, options),
    words: createCache(loadWords, options),
  }
}

function createCache<Key extends string, Value>(
  load: (key: Key) => Value | Promise<Value>,
  { onReady, onFailed }: LoaderOptions,
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
    void fetchFirst(key, value)
    return undefined
  }
}
