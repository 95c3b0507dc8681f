import { useEffect, useState } from 'preact/hooks'

/** One value that changes and tells so. */
export interface Cell<Value> {
  get: () => Value
  set: (value: Value) => void
  /** Returns the function that stops it. */
  listen: (listener: (value: Value) => void) => () => void
}

export function createCell<Value>(first: Value): Cell<Value> {
  let current = first
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => current,
    set(value) {
      current = value
      for (const listener of listeners) listener(value)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Draws again whenever the cell changes. */
export function useCell<Value>(cell: Cell<Value>): Value {
  const [value, setValue] = useState(() => cell.get())
  useEffect(() => {
    setValue(() => cell.get())
    return cell.listen((next) => setValue(() => next))
  }, [cell])
  return value
}
