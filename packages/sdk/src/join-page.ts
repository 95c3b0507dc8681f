import { isTabHidden } from './host/is-tab-hidden.ts'
import { listen } from './host/listen.ts'
import type { OutboxOptions } from './outbox.ts'
import type { Queue } from './report/event-queue.ts'
import { freePlace } from './report/place.ts'

/** What sends. */
export type Delivery = Pick<Queue, 'notice' | 'flush' | 'stop'>

const TYPES = 'visibilitychange pagehide pageshow online freeze resume'

/**
 * Lets a queue hear when the page goes and comes back. Never by `unload` or `beforeunload`, which
 * would keep the page out of the browser's back/forward cache.
 */
export function joinPage(queue: Queue, { sessions }: Pick<OutboxOptions, 'sessions'>): Delivery {
  const life = new AbortController()

  function hear({ type }: Event): void {
    const isGoing = type === 'pagehide' || type === 'freeze'
    if (type === 'pagehide') freePlace(sessions)
    if (isGoing || (type === 'visibilitychange' && isTabHidden())) queue.leave()
    else queue.resume(type === 'online' || type === 'pageshow')
  }
  // Once more with each event: `document.open` takes all listeners away, and none is added twice.
  const watch = (): void => listen(TYPES, hear, life.signal)
  watch()

  return {
    notice() {
      watch()
      queue.notice()
    },
    flush: () => queue.flush(),
    stop() {
      life.abort()
      freePlace(sessions)
      queue.stop()
    },
  }
}
