/** Asked for once a second: longer than any one request takes. */
const MOST_MISSES = 30

/** In a row, whatever the name: to take one too early costs copies only. */
let misses = 0

/**
 * Runs it unless another tab of the same origin is in its own under the same name; resolves after
 * that, or at once. Never rejects if `run` does not. Firefox was seen to leave the lock with a page
 * that was gone: it is taken away from whoever has it each of thirty times that we ask.
 *
 * @param runAnyway Where locks are missing (http, opaque origins). By default every tab runs.
 */
export async function withTabLock(
  name: string,
  run: () => Promise<void>,
  runAnyway = (one: () => Promise<void>): Promise<void> => one(),
): Promise<void> {
  let started = false
  const start = (): Promise<void> => {
    started = true
    return run()
  }
  try {
    const steal = misses >= MOST_MISSES
    await navigator.locks.request(name, { steal, ifAvailable: !steal }, (lock) => {
      misses = lock ? 0 : misses + 1
      return lock && start()
    })
  } catch {
    if (!started) await runAnyway(start)
  }
}
