import { parseProgress, type ProgressRequest } from '@firstwin/schema'
import { jsonReply, type HeaderList, type Problem, type Reply } from '../answer.ts'
import type { Identity } from '../identity/create-identity.ts'
import { wrongToken } from '../identity/wrong-token.ts'
import type { Admit } from '../receive/admit.ts'
import type { Door, Refused } from '../receive/create-door.ts'
import type { Tolerance } from '../receive/create-tolerance.ts'
import type { Incoming } from '../receive/incoming.ts'
import type { Limits } from '../receive/limits.ts'
import { parseJson } from '../receive/parse-json.ts'
import { readBody } from '../receive/read-body.ts'
import type { Stay } from '../receive/waiting-room.ts'
import type { EventStore, ProgressPart } from '../store/event-store.ts'
import { MOST_PARTS } from '../store/progress-bounds.ts'

export interface ProgressOptions {
  readonly store: Pick<EventStore, 'keepProgress' | 'progress'>
  readonly limits: Limits
  readonly admit: Admit
  readonly tolerance: Tolerance
  readonly identity: Identity
  readonly door: Door
  /** Ms since 1970. */
  readonly now: () => number
}

/** Answers a request about progress. Never rejects. */
export type ReceiveProgress = (incoming: Incoming) => Promise<Reply>

/** Packed or not. A part has 16 Ki characters, of three bytes each at most; the rest are a token and ids. */
const MAX_BODY_BYTES = 64 * 1024

/**
 * Answers `POST /v1/progress`: keeps the part of the device that asks, if it sends one, and gives it
 * those of the user's other devices. Who the user is says the token, and nothing else: there is no
 * id of a user to guess.
 */
export function createReceiveProgress(options: ProgressOptions): ReceiveProgress {
  const { door } = options

  async function answer(asked: Asked, cors: HeaderList): Promise<Reply> {
    const headers = { ...cors, ...asked.headers }
    try {
      return jsonReply({ parts: await exchange(asked, options) }, 200, headers)
    } catch (error) {
      return door.failed({ error, message: CANNOT_KEEP, headers })
    }
  }

  return (incoming) =>
    door.enter({
      incoming,
      read: (stay) => readAsked(incoming, stay, options),
      answer: (asked: Asked, _stay, cors) => answer(asked, cors),
    })
}

interface Asked {
  ok: true
  request: ProgressRequest
  /** The product's public key. */
  writeKey: string
  userId: string
  /** What to tell the device of how much more it may ask. */
  headers: HeaderList
}

async function readAsked(
  incoming: Incoming,
  stay: Stay,
  options: ProgressOptions,
): Promise<Asked | Refused> {
  const { identity, admit, tolerance } = options
  const tooMuch = tolerance.check(incoming, undefined)
  if (tooMuch) return tooMuch
  const parsed = await readRequest(incoming, stay, options.limits)
  const admission = parsed.ok ? admit(incoming, parsed.request.writeKey, undefined) : parsed
  if (!admission.ok) tolerance.charge(incoming, parsed.bytes)
  if (!parsed.ok) return parsed
  if (!admission.ok) return admission
  const { request } = parsed
  const writeKey = admission.sender.product.key
  if (identity.mode(writeKey) === 'off') return { ok: false, problem: NO_IDENTITY }
  const who = await identity.verify(writeKey, request.token)
  if (!who.ok) return { ok: false, problem: wrongToken(who.reason) }
  return { ok: true, request, writeKey, userId: who.sub, headers: admission.headers }
}

/** `bytes` is how much of it was looked at: see `Body`. */
type Read = { bytes: number } & ({ ok: true; request: ProgressRequest } | Refused)

async function readRequest(incoming: Incoming, stay: Stay, limits: Limits): Promise<Read> {
  const maxBodyBytes = Math.min(limits.maxBodyBytes, MAX_BODY_BYTES)
  const maxInflatedBytes = Math.min(limits.maxInflatedBytes, MAX_BODY_BYTES)
  const body = await readBody(incoming, { maxBodyBytes, maxInflatedBytes }, stay)
  if (!body.ok) return body
  const { bytes } = body
  const json = parseJson(body.text)
  if (!json.ok) return { ...json, bytes }
  const parsed = parseProgress(json.value)
  if (parsed.ok) return { ...parsed, bytes }
  const problem = { status: 400, code: 'not-progress', message: parsed.message }
  return { ok: false, problem, bytes }
}

async function exchange(
  { request, writeKey, userId }: Asked,
  { store, now }: ProgressOptions,
): Promise<readonly ProgressPart[]> {
  const { journey, device, part } = request
  if (part) await store.keepProgress({ writeKey, journey, userId, device, at: now(), part })
  const parts = await store.progress(writeKey, journey, userId)
  return parts
    .filter((one) => one.device !== device)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, MOST_PARTS)
}

const NO_IDENTITY: Problem = {
  status: 404,
  code: 'identity-off',
  message: 'This collector knows no tokens, and keeps no progress. Turn identity on.',
}

const CANNOT_KEEP = 'The progress could not be kept. Send it again later.'
