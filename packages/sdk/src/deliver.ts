import { createDelivery } from './create-delivery.ts'
import type { OutboxOptions } from './outbox.ts'
import { joinPage, type Delivery } from './join-page.ts'
import { encodeBatch } from './report/encode-batch.ts'
import { SIGNED_KEY } from './report/keep-event.ts'
import { createPost } from './report/post.ts'

export type StartDelivery = (options: OutboxOptions) => Delivery | Promise<Delivery>

/**
 * Sends what is kept on the device, and what will be, from this page on. One URL in the default form
 * is all there is here. The rest is fetched where it is needed: several endpoints, other forms, tokens,
 * browsers without locks, pages whose `fetch` brings no answer.
 */
export const startDelivery: StartDelivery = (options) => {
  const { settings, identity, store, now } = options
  const { endpoint: url, key, encode } = settings
  const isSigned = (): unknown => identity.token() || store.get(SIGNED_KEY)
  if (typeof url !== 'string' || encode || !navigator.locks || isSigned()) return startMore(options)

  const give = createPost({
    url,
    key,
    now,
    encode: encodeBatch,
    quota: { bytes: 0 },
    fetch: (address, init) => fetch(address, init),
  })
  const plain = createDelivery(options, {
    give,
    name: 'fw:send',
    storage: store,
    // From when on there is a token, nothing goes without one.
    isGranted: () => options.isGranted() && !isSigned(),
    onSilence: change,
  })
  const delivery = joinPage(plain, options, () => {
    if (isSigned()) change()
  })
  let isChanging = false

  function change(): void {
    if (!isChanging) void fetchMore()
    isChanging = true
  }

  async function fetchMore(): Promise<void> {
    try {
      const more = await startMore(options)
      delivery.stop()
      Object.assign(delivery, more).flush()
    } catch {
      // It cannot be had now.
      isChanging = false
    }
  }

  return delivery
}

async function startMore(options: OutboxOptions): Promise<Delivery> {
  const { startDelivery: start } = await options.chunks.endpoints()
  return await start(options)
}
