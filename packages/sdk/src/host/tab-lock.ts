/**
 * Runs it unless another tab of the same origin is in its own under the same name; resolves after
 * that, or at once. Never rejects if `run` does not.
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
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && start())
  } catch {
    if (!started) await runAnyway(start)
  }
}
