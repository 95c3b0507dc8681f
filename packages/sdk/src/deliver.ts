import { schedule } from './host/schedule.ts'
import { withTabLock } from './host/tab-lock.ts'
import { joinPage, type Delivery } from './join-page.ts'
import type { OutboxOptions } from './outbox.ts'
import { inTime } from './report/in-time.ts'
import { createPlainPost } from './report/plain-post.ts'
import { createPlainQueue } from './report/plain-queue.ts'

export type StartDelivery = (options: OutboxOptions) => Delivery | Promise<Delivery>

/** What is on the device where a page has something to heed that is not done here. */
const ODD = /^fw:(signed|blocked|wait|dropped:.+)$/

/**
 * Sends what is kept on the device, and what will be, from this page on. One URL in the default form
 * that says yes is all there is here. The rest is fetched where it is needed: several endpoints, other
 * forms, tokens, browsers without locks, every answer but yes, more than one batch.
 */
export const startDelivery: StartDelivery = async (options) => {
  const { settings, identity, store, chunks, tell } = options
  const { endpoint: url, key, encode } = settings
  const isOdd = (): boolean =>
    Boolean(identity.token()) || store.keys('fw:').some((one) => ODD.test(one))
  if (typeof url !== 'string' || encode || isOdd()) {
    const more = await chunks.endpoints()
    return await more.startDelivery(options)
  }
  const queue = createPlainQueue({
    storage: store,
    isGranted: options.isGranted,
    isOdd,
    // The real clock: how long something waits does not depend on what the host shows.
    now: Date.now,
    random: Math.random,
    schedule,
    give: createPlainPost({ url, key, now: options.now }),
    lock: (run) => withTabLock('fw:send', run, () => Promise.reject(new Error('no locks'))),
    async fetchMore() {
      try {
        // A network that swallows everything must not hold up what waits.
        const more = await inTime(() => chunks.endpoints())
        return (...from) => more.takeOver(options, ...from)
      } catch (error) {
        tell('endpoint-unreachable', error)
        throw error
      }
    },
  })
  return joinPage(queue, options)
}
