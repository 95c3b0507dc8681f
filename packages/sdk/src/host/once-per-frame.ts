/** A function that makes `run` happen once before the next frame, however often it is called. */
export function oncePerFrame(run: () => void, lifetime: AbortSignal): () => void {
  let isPlanned = false
  return () => {
    if (isPlanned) return
    isPlanned = true
    requestAnimationFrame(() => {
      isPlanned = false
      if (!lifetime.aborted) run()
    })
  }
}
