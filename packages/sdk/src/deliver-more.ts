import { askToken } from './ask-token.ts'
import { createDelivery } from './create-delivery.ts'
import type { StartDelivery } from './deliver.ts'
import { fetchEncoding } from './endpoints/fetch-encoding.ts'
import { createRequest } from './host/request.ts'
import { createTabLease } from './host/tab-lease.ts'
import { joinPage, type Delivery } from './join-page.ts'
import { encodeBatch } from './report/encode-batch.ts'
import type { Encoding } from './report/endpoint.ts'
import type { Queue } from './report/event-queue.ts'
import { createCall } from './report/call.ts'
import { nameKeys } from './report/name-keys.ts'
import { createPost, type PostOptions } from './report/post.ts'
import { readEndpoints, type Target } from './report/read-endpoints.ts'
import type { Give } from './report/send-batch.ts'
import { createSorter } from './report/sort-events.ts'
import { createTokens, type Tokens } from './report/tokens.ts'

/** As `startDelivery` of `deliver.ts`, for all that may be said of endpoints, and for tokens. */
export const startDelivery: StartDelivery = (options) => {
  const { settings, store: storage, now, tell, identity, isGranted } = options
  const targets = readEndpoints(settings, location.href)
  const clock = (): number => performance.now()
  const onToken = (): void => queues.flush()
  const retry = (ms: number): void => void setTimeout(onToken, ms)
  const tokens = createTokens({
    identity,
    askToken: () => askToken(identity),
    storage,
    now: clock,
    onToken,
    retry,
  })
  const own = { owner: String(Math.random()), now: Date.now }
  const wire = { quota: { bytes: 0 }, now, tokens }
  const all = targets.map((target, index) => {
    const lease = createTabLease(`fw:send.${target.name}`, storage, own)
    const give = toGive(target, wire)
    return createDelivery(options, {
      name: index ? `fw:send.${target.name}` : 'fw:send',
      storage: nameKeys(storage, index ? target.name : ''),
      give(...asked) {
        lease.renew()
        return give(...asked)
      },
      isGranted,
      // Others judge no token.
      mayGo: carriesToken(target) ? tokens.mayGo : undefined,
      lease: lease.run,
    })
  })
  const onError = (error: unknown): void => tell('callback-threw', error)
  const sort = createSorter({ storage, targets, now: Date.now, onError })
  const queues: Delivery = joinPage(together(all), options, sort)
  return queues
}

/** Whether it takes a form of our collector's, which asks whose a user's events are. */
function carriesToken({ send, encode }: Target): boolean {
  if (send) return false
  if (typeof encode === 'object') return encode.carriesToken === true
  return encode === 'batch' || encode === 'cloudevents'
}

interface Wire extends Pick<PostOptions, 'quota' | 'now'> {
  tokens: Tokens
}

function toGive({ send, url, key, encode, readAnswer }: Target, { tokens, ...wire }: Wire): Give {
  const context = { key, token: tokens.now, now: wire.now }
  if (send) return createCall(send, context)
  const fetch = createRequest()
  return lazily(async () => {
    const encoding = await toEncoding(encode)
    const post = createPost({
      ...context,
      ...wire,
      ...encoding,
      fetch,
      url,
      ...(readAnswer ? { readAnswer } : {}),
    })
    return async (...asked) => {
      const used = tokens.now()
      const outcome = await post(...asked)
      if (outcome.is === 'token') tokens.refuse(used)
      return outcome
    }
  })
}

async function toEncoding(encode: Target['encode']): Promise<Encoding> {
  if (typeof encode === 'function') return { encode }
  if (typeof encode === 'object') return encode
  return encode === 'batch' ? { encode: encodeBatch } : await fetchEncoding(encode)
}

/** Fetched at once: when the page goes there is no time to wait for it. */
function lazily(fetchGive: () => Promise<Give>): Give {
  let give: Give | undefined
  async function get(): Promise<Give> {
    give ??= await fetchGive()
    return give
  }
  // Where it cannot be had now, the next batch asks again.
  get().catch(() => {})
  return (...asked) => (give ? give(...asked) : get().then((late) => late(...asked)))
}

/** Several queues, each with its own fate, as one. */
function together(queues: readonly Queue[]): Queue {
  const each = (run: (queue: Queue) => void) => (): void => queues.forEach(run)
  return {
    notice: each((one) => one.notice()),
    flush: each((one) => one.flush()),
    resume: (isNews) => queues.forEach((one) => one.resume(isNews)),
    leave: each((one) => one.leave()),
    stop: each((one) => one.stop()),
  }
}
