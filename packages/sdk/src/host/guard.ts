/**
 * The function made safe: what it throws goes to `onError` and the answer is `undefined`. For the
 * host's callbacks, and for our own entry points that the host calls.
 */
export function guard<Args extends unknown[], Result>(
  run: (...args: Args) => Result,
  onError?: (error: unknown) => void,
): (...args: Args) => Result | undefined {
  return (...args) => {
    try {
      return run(...args)
    } catch (error) {
      onError?.(error)
      return undefined
    }
  }
}
