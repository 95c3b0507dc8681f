import { readNode } from '../../node/read-node.ts'
import { createLookout } from './create-lookout.ts'
import { isCovered } from './is-covered.ts'

/** Calls `onFree` once, when nothing lies over the element any more, or it has left the page. */
export function tellWhenFree(element: Element, onFree: () => void, lifetime: AbortSignal): void {
  const end = new AbortController()
  const look = (): void => {
    lookout.survey()
    if (readNode(element, 'isConnected') && isCovered(element)) return
    end.abort()
    onFree()
  }
  const signal = AbortSignal.any([end.signal, lifetime])
  const lookout = createLookout({ glance: () => false, look }, signal)
  look()
}
