import { askToken } from './ask-token.ts'
import { createDelivery } from './create-delivery.ts'
import type { StartDelivery } from './deliver.ts'
import { fetchEncoding } from './endpoints/fetch-encoding.ts'
import { createRequest } from './host/request.ts'
import { createTabLease } from './host/tab-lease.ts'
import { joinPage } from './join-page.ts'
import type { OutboxOptions } from './outbox.ts'
import { encodeBatch } from './report/encode-batch.ts'
import type { Answer, Encoding, Outcome } from './report/endpoint.ts'
import type { LearningQueue, Queue } from './report/event-queue.ts'
import { createCall } from './report/call.ts'
import { nameKeys } from './report/name-keys.ts'
import { createPost, type PostOptions } from './report/post.ts'
import { readEndpoints, type Target } from './report/read-endpoints.ts'
import { readAnswer } from './report/read-answer.ts'
import { NOTHING_HEARD, type Give } from './report/send-batch.ts'
import { createSorter } from './report/sort-events.ts'
import { createTokens, type Tokens } from './report/tokens.ts'

/** As `startDelivery` of `deliver.ts`, for all that may be said of endpoints, and for tokens. */
export const startDelivery: StartDelivery = (options) =>
  joinPage(createQueues(options).queue, options)

/** Goes on for what sends to one URL, where that is at its end: see `createPlainQueue`. */
export type TakeOver = (
  options: OutboxOptions,
  keys: readonly string[],
  answer: Answer | undefined,
) => Queue

export const takeOver: TakeOver = (options, keys, answer) => {
  const { queue, all } = createQueues(options)
  const outcome = answer ? afterPause(readAnswer(answer, options.now()), undefined) : NOTHING_HEARD
  if (keys[0]) all[0]?.learn({ keys, dropped: {} }, outcome)
  else queue.flush()
  return queue
}

/** Those of all endpoints, and what lets them be seen as one. */
function createQueues(options: OutboxOptions): { queue: Queue; all: readonly LearningQueue[] } {
  const { settings, store: storage, now, tell, identity, isGranted } = options
  const targets = readEndpoints(settings, location.href)
  const clock = (): number => performance.now()
  const onToken = (): void => queue.flush()
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
  const queue = together(all, sort)
  return { queue, all }
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

function toGive(
  { send, url, key, encode, readAnswer: read }: Target,
  { tokens, ...wire }: Wire,
): Give {
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
      ...(read ? { readAnswer: read } : {}),
    })
    return async (...asked) => {
      const used = tokens.now()
      const outcome = await post(...asked)
      if (outcome.is === 'token') tokens.refuse(used)
      return afterPause(outcome, used)
    }
  })
}

/** Where none was sent there is none to replace: asked again at once, the answer would be the same. */
function afterPause(outcome: Outcome, token: string | undefined): Outcome {
  return outcome.is === 'token' && token === undefined ? { is: 'later', waitMs: 0 } : outcome
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

/**
 * Several queues, each with its own fate, as one.
 *
 * @param sort Called when an event was kept, before the queues look.
 */
function together(queues: readonly Queue[], sort: () => void): Queue {
  const each = (run: (queue: Queue) => void) => (): void => queues.forEach(run)
  return {
    notice() {
      sort()
      queues.forEach((one) => one.notice())
    },
    flush() {
      sort()
      queues.forEach((one) => one.flush())
    },
    resume: (isNews) => queues.forEach((one) => one.resume(isNews)),
    leave: each((one) => one.leave()),
    stop: each((one) => one.stop()),
  }
}
