import type { Loaded } from './load-journey.ts'

/** A compiled journey, which can be run as it is: the compiler has checked it. */
export function isCompiled(value: unknown): value is Loaded & { hash: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'format') === 1 &&
    Reflect.get(value, 'compiled') === 1
  )
}
