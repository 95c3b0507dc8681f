import type { TextStore } from './text-store.ts'

/**
 * The storage as the queue of this name sees it: `fw:q:1` is `fw:q.name:1` there, `fw:wait` is
 * `fw:wait.name`. The first queue has no name.
 */
export function nameKeys(storage: TextStore, name: string): TextStore {
  if (!name) return storage
  const toOurs = (key: string): string => key.replace(/^fw:\w+/, (start) => `${start}.${name}`)
  const length = name.length + 1
  return {
    get: (key) => storage.get(toOurs(key)),
    set: (key, text) => storage.set(toOurs(key), text),
    remove: (key) => storage.remove(toOurs(key)),
    keys(prefix) {
      const start = toOurs(prefix).indexOf(`.${name}`)
      return storage
        .keys(toOurs(prefix))
        .map((key) => key.slice(0, start) + key.slice(start + length))
    },
  }
}
