/**
 * Stands in for the nanostores atom in the file of the script tag, where its queue of updates weighs
 * more than all we use of it. Readers see the same: `get`, `value`, `listen`, `subscribe`.
 */
export function atom<Value>(value: Value) {
  const listeners = new Set<(value: Value) => void>()
  const store = {
    value,
    get: (): Value => store.value,
    set(next: Value): void {
      store.value = next
      for (const listener of listeners) listener(next)
    },
    listen(listener: (value: Value) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    subscribe(listener: (value: Value) => void): () => void {
      listener(store.value)
      return store.listen(listener)
    },
  }
  return store
}
