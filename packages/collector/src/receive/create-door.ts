import { refusal, type HeaderList, type Problem, type Reply } from '../answer.ts'
import { reasonOf } from '../errors.ts'
import { createQuietLog, type Log, type LogEntry } from '../operate/log.ts'
import type { Metrics } from '../operate/metrics.ts'
import { corsHeaders, preflight, readableOrigin } from './cors.ts'
import type { Incoming } from './incoming.ts'
import { unavailable } from './unavailable.ts'
import type { Stay, WaitingRoom } from './waiting-room.ts'
import type { WriteKey } from './write-key.ts'

/** Why a request is not answered as it was meant. `bucket` is the one that was empty. */
export interface Refused {
  readonly ok: false
  readonly problem: Problem
  readonly bucket?: 'key' | 'address'
}

export interface DoorOptions {
  readonly keys: readonly WriteKey[]
  readonly room: WaitingRoom
  readonly metrics: Pick<Metrics, 'refused' | 'rateLimited'>
  /** Ms since 1970. */
  readonly now: () => number
  readonly log: Log
}

/** A request that a page of another origin may have sent, and what becomes of it. */
export interface Visit<Read> {
  readonly incoming: Incoming
  /** Reads it as far as it may be believed. */
  readonly read: (stay: Stay) => Promise<Read | Refused>
  /** Answers what was read. `cors` belongs to the headers of the answer. */
  readonly answer: (read: Read, stay: Stay, cors: HeaderList) => Promise<Reply>
}

/** What the store could not do, in words for the sender and for the log. */
export interface Failure {
  readonly error: unknown
  readonly message: string
  readonly headers: HeaderList
  readonly fields?: LogEntry['fields']
}

/** What is the same for whatever pages send: preflights, the method, refusals, a store that fails. */
export interface Door {
  readonly enter: <Read extends { readonly ok: true }>(visit: Visit<Read>) => Promise<Reply>
  readonly refused: (problem: Problem, headers: HeaderList) => Reply
  readonly failed: (failure: Failure) => Reply
}

export function createDoor({ keys, room, metrics, now, log }: DoorOptions): Door {
  const say = createQuietLog(log, now)

  function refused(problem: Problem, headers: HeaderList): Reply {
    const { code, status } = problem
    metrics.refused(code)
    // What it says may hold words of the sender.
    const message = 'Requests are refused.'
    say(code, { level: 'warn', event: 'request-refused', message, fields: { code, status } })
    return refusal({ ...problem, headers: { ...headers, ...problem.headers } })
  }

  function failed({ error, message, headers, fields = {} }: Failure): Reply {
    say('store', { level: 'error', event: 'store-failed', message: reasonOf(error), fields })
    const problem = unavailable(message)
    metrics.refused(problem.code)
    return refusal({ ...problem, headers: { ...headers, ...problem.headers } })
  }

  return {
    refused,
    failed,
    async enter({ incoming, read, answer }) {
      const origin = readableOrigin(incoming.header('origin'), keys)
      if (incoming.method === 'OPTIONS') return preflight(origin)
      const cors = corsHeaders(origin)
      if (incoming.method !== 'POST') return refused(ONLY_POST, cors)
      const stay = room.stay()
      try {
        const found = await read(stay)
        if (found.ok) return await answer(found, stay, cors)
        const { problem, bucket } = found
        if (bucket) metrics.rateLimited(bucket)
        // A page that may not use this key learns nothing, though another key would let it read.
        return refused(problem, problem.code === 'origin' ? corsHeaders(undefined) : cors)
      } finally {
        stay.leave()
      }
    },
  }
}

const ONLY_POST: Problem = {
  status: 405,
  code: 'method',
  message: 'Only POST is known here.',
  headers: { allow: 'POST' },
}
