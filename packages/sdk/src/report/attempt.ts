/** The result, or `undefined` if it throws. For JSON, and for the host's code. */
export function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
