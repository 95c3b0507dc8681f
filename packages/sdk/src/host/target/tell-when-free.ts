import { readNode } from '../../node/read-node.ts'
import { createLookout } from './create-lookout.ts'
import { isCovered } from './is-covered.ts'

/**
 * Calls `onFree` once, when nothing lies over the element any more, or it has left the page. It looks
 * no more then, but listens until its lifetime ends.
 */
export function tellWhenFree(element: Element, onFree: () => void, lifetime: AbortSignal): void {
  let isFree = false
  const look = (): boolean => {
    lookout.survey()
    isFree = !readNode(element, 'isConnected') || !isCovered(element)
    if (isFree) onFree()
    return isFree
  }
  const lookout = createLookout({ glance: () => isFree, look }, lifetime)
  look()
}
