import { quietly } from '../quietly.ts'

/**
 * A function that makes `run` happen once before the next frame, however often it is called. What it
 * throws the page does not hear of: the signal does, as an `error` event.
 */
export function oncePerFrame(run: () => void, lifetime: AbortSignal): () => void {
  let isPlanned = false
  return () => {
    if (isPlanned) return
    isPlanned = true
    requestAnimationFrame(() => {
      isPlanned = false
      if (!lifetime.aborted) quietly(run, lifetime)()
    })
  }
}
