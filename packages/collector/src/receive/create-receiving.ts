import type { Journey } from '@firstwin/schema'
import { createIdentity } from '../identity/create-identity.ts'
import type { IdentityOptions } from '../identity/identity-options.ts'
import type { Log } from '../operate/log.ts'
import { createMetrics, type Metrics } from '../operate/metrics.ts'
import { createReceiveProgress, type ReceiveProgress } from '../progress/receive-progress.ts'
import type { DatedEvent, EventStore } from '../store/event-store.ts'
import { createAdmit } from './admit.ts'
import { createCapNames } from './cap-names.ts'
import { createDoor } from './create-door.ts'
import { createTolerance } from './create-tolerance.ts'
import { isBot } from './is-bot.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { createReceive, type Receive } from './receive.ts'
import { createWaitingRoom } from './waiting-room.ts'
import { createFindSender, type WriteKey } from './write-key.ts'

export interface ReceivingOptions {
  readonly store: EventStore
  readonly keys: readonly WriteKey[]
  readonly identity?: IdentityOptions | undefined
  readonly limits?: Partial<Limits> | undefined
  readonly journeys?: readonly Journey[] | undefined
  readonly trustProxy?: number | undefined
  readonly isBot?: ((userAgent: string) => boolean) | undefined
  readonly now: () => number
  readonly log: Log
  readonly onStored: (events: readonly DatedEvent[]) => void
}

/** What takes events in, and what others need of it. */
export interface Receiving {
  readonly receive: Receive
  readonly receiveProgress: ReceiveProgress
  readonly metrics: Metrics
}

/** Joins the parts that stand between a request and the store. */
export function createReceiving(options: ReceivingOptions): Receiving {
  const { keys, now, trustProxy = 0 } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const { maxWaitingEvents: maxEvents, maxWaitingBytes: maxBytes } = limits
  const room = createWaitingRoom({ maxEvents, maxBytes })
  const metrics = createMetrics(room)
  const identity = createIdentity({
    identity: options.identity,
    keys,
    now,
    onToken: metrics.token,
  })
  const admitting = { findSender: createFindSender(keys), limits, trustProxy, now }
  const admit = createAdmit(admitting)
  const tolerance = createTolerance(admitting)
  const door = createDoor({ keys, room, metrics, now, log: options.log })
  const shared = { ...options, limits, admit, tolerance, identity, door }
  const receive = createReceive({
    ...shared,
    capNames: createCapNames({ ...limits, journeys: options.journeys }),
    isBot: options.isBot ?? isBot,
    metrics,
  })
  return { receive, receiveProgress: createReceiveProgress(shared), metrics }
}
