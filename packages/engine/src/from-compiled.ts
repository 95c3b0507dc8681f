import { findWindowed } from './find-windowed.ts'
import type { Loaded } from './load-journey.ts'

/** A compiled journey for running; `undefined` for anything else. The compiler has checked it. */
export function fromCompiled(value: unknown): Loaded | undefined {
  if (!isCompiled(value)) return undefined
  return { ...value, windowed: findWindowed(value) }
}

function isCompiled(value: unknown): value is Omit<Loaded, 'windowed'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'format') === 1 &&
    Reflect.get(value, 'compiled') === 1
  )
}
