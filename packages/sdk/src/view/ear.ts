import { listen } from './listen.ts'

const TEST = 'firstwin-test'

/** Returns the function that says whether `document.open` has taken our listeners off the window. */
export function createEar(signal: AbortSignal): () => boolean {
  let heard = false
  listen(TEST, () => (heard = true), signal)
  return () => {
    heard = false
    window.dispatchEvent(new Event(TEST))
    return !heard
  }
}
