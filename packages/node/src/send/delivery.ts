import { reasonOf } from '../errors.ts'
import type { Drops } from './drop-counts.ts'
import { toOutcome, type Outcome } from './outcome.ts'
import { createParcels, type ParcelsOptions } from './parcels.ts'
import type { Parcel } from './parcel.ts'
import type { Post } from './post.ts'
import { retryDelayMs } from './retry-delay.ts'
import { takeBatch } from './take-batch.ts'
import { toBody } from './to-body.ts'

export interface DeliveryOptions extends ParcelsOptions {
  readonly endpoint: string
  readonly key: string
  readonly drops: Drops
  readonly post: Post
  /** Ms since 1970. */
  readonly now: () => number
  /** 0…1. */
  readonly random: () => number
}

export interface Delivery {
  add: (parcel: Parcel) => void
  isWaiting: () => boolean
  /** Sends what waits, in order. Resolves with how long to wait before the rest: 0 if there is none. */
  drain: () => Promise<number>
}

/** Sends parcels, one batch at a time. An event leaves once the endpoint has answered for it. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { now, random, warn } = options
  const parcels = createParcels(options)
  let failures = 0
  let notBefore = 0
  /** How long the pause is that ends at `notBefore`. */
  let pausedMs = 0
  /** How many events may go at once, after the endpoint found a batch too large. */
  let limit = Number.POSITIVE_INFINITY

  /** Puts into effect what became of a batch. Returns how long to wait, 0 to go on. */
  async function settle(count: number, outcome: Outcome): Promise<number> {
    if (outcome.kind === 'later') {
      failures += 1
      if (failures === 1) warn(`The endpoint takes no events now (${outcome.why}). They wait.`)
      return Math.max(outcome.waitMs, retryDelayMs(failures, random()))
    }
    failures = 0
    limit = outcome.kind === 'size' ? Math.ceil(count / 2) : Number.POSITIVE_INFINITY
    if (outcome.kind === 'size' && count > 1) return 0
    lose(count, outcome, options)
    await parcels.done(count)
    return 0
  }

  async function sendAll(): Promise<number> {
    for (let rest = await parcels.rest(); rest.length > 0; rest = await parcels.rest()) {
      const batch = takeBatch(rest, limit)
      const waitMs = await settle(batch.length, await send(batch, options))
      if (waitMs > 0) return waitMs
    }
    return 0
  }

  return {
    add: parcels.add,
    isWaiting: parcels.isWaiting,
    async drain() {
      // Also while the endpoint is not to be asked: what waits then must not grow without bounds.
      await parcels.makeRoom()
      // The clock may have been set back meanwhile: that must not make the pause longer.
      notBefore = Math.min(notBefore, now() + pausedMs)
      const pauseMs = notBefore - now()
      if (pauseMs > 0) return pauseMs
      pausedMs = await sendAll()
      notBefore = now() + pausedMs
      return pausedMs
    },
  }
}

/** What the collector rejected by name it has counted itself: it is only said here. */
function lose(count: number, outcome: Outcome, { drops, warn }: DeliveryOptions): void {
  if (outcome.kind === 'accepted') {
    if (outcome.rejected > 0) warn(`The endpoint rejected events: ${outcome.why ?? ''}`)
    return
  }
  drops.add(outcome.kind === 'size' ? 'size' : 'refused', count)
  const why = outcome.kind === 'refused' ? outcome.why : 'one alone is too large for it'
  warn(`The endpoint will never take some events (${why}). They are lost, and counted.`)
}

async function send(batch: readonly string[], options: DeliveryOptions): Promise<Outcome> {
  const { endpoint, key, drops, now, post } = options
  const dropped = drops.read()
  try {
    const answer = await post(endpoint, toBody(batch, { key, now: now(), dropped }))
    const outcome = toOutcome(answer, now())
    if (outcome.kind === 'accepted') drops.settle(dropped)
    return outcome
  } catch (error) {
    return { kind: 'later', waitMs: 0, why: reasonOf(error) }
  }
}
