import { framesAround } from './holders.ts'
import { isVisible } from './is-visible.ts'

/** Whether it is drawn; what is in a frame that is not drawn is not drawn either. */
export function isSeen(element: Element): boolean {
  return isVisible(element) && framesAround(element).every(isVisible)
}
