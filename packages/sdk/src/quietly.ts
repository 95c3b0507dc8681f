/**
 * The function made safe: the page does not hear of what it throws. The signal does, as an `error`
 * event, so that who made the signal can.
 */
export function quietly<Args extends unknown[]>(
  run: (...args: Args) => void,
  signal: AbortSignal,
): (...args: Args) => void {
  return (...args) => {
    try {
      run(...args)
    } catch (error) {
      signal.dispatchEvent(new ErrorEvent('error', { error }))
    }
  }
}

/** A lifetime that hands on what is thrown in it. */
export function createLifetime(oops: (error: unknown) => void): AbortController {
  const lifetime = new AbortController()
  lifetime.signal.addEventListener('error', (event) => oops(Reflect.get(event, 'error')))
  return lifetime
}
