/**
 * Runs it unless another tab of the same origin is in its own under the same name; resolves after
 * that, or at once. Where locks are missing (http, opaque origins) every tab runs. Never rejects if
 * `run` does not.
 */
export async function withTabLock(name: string, run: () => Promise<void>): Promise<void> {
  let started = false
  const start = (): Promise<void> => {
    started = true
    return run()
  }
  try {
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && start())
  } catch {
    if (!started) await start()
  }
}
