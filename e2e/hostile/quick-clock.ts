/**
 * For the page's `before`: its timers and its monotonic clock run twenty times as fast, so that what
 * comes after ten seconds comes after half a second. Frames and `Date` are as they were.
 */
export const QUICK_CLOCK = `{
  const { setTimeout: later } = globalThis
  const now = performance.now.bind(performance)
  globalThis.setTimeout = (run, ms, ...rest) => later(run, ms / 20, ...rest)
  performance.now = () => now() * 20
}`
