/** Runs it once, so many milliseconds from now, unless the function that it returns is called. */
export function schedule(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => clearTimeout(timer)
}
