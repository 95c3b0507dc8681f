import { readNode } from '../../node/read-node.ts'
import { createLifetime } from '../../quietly.ts'
import { createLookout } from './create-lookout.ts'
import { isCovered } from './is-covered.ts'

/** Calls `onFree` once, when nothing lies over the element any more, or it has left the page. */
export function tellWhenFree(element: Element, onFree: () => void, lifetime: AbortSignal): void {
  if (lifetime.aborted) return
  const end = createLifetime((error) => {
    lifetime.dispatchEvent(new ErrorEvent('error', { error }))
  })
  lifetime.addEventListener('abort', () => end.abort())
  const look = (): boolean => {
    lookout.survey()
    if (readNode(element, 'isConnected') && isCovered(element)) return false
    end.abort()
    onFree()
    return true
  }
  const lookout = createLookout({ glance: () => false, look }, end.signal)
  look()
}
