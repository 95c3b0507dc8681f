import { isWin } from './guards.ts'
import type { LiveListener } from './source.ts'

/** While the collector restarts, a proxy in front of it refuses. */
const AGAIN_MS = 5_000

/**
 * Listens to the wins of a journey until the function that it returns is called. Browsers connect
 * again by themselves after a cut, but give up when they are refused: then we do.
 */
export function listen(journey: string, { onWin, onConnected }: LiveListener): () => void {
  const address = `v1/live?${new URLSearchParams({ journey })}`
  let events: EventSource
  let again: ReturnType<typeof setTimeout> | undefined

  function connect(): void {
    events = new EventSource(address)
    events.addEventListener('open', () => onConnected(true))
    events.addEventListener('error', () => {
      onConnected(false)
      if (events.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS)
    })
    events.addEventListener('win', ({ data }) => {
      const win: unknown = JSON.parse(String(data))
      if (isWin(win)) onWin(win)
    })
  }

  connect()
  return () => {
    clearTimeout(again)
    events.close()
  }
}
