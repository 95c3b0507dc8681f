import type { Happening } from './happening.ts'
import { UUID7, uuid7 } from './uuid7.ts'

export interface Moment {
  /** Ms since 1970. */
  readonly now: number
  /** Rises with each event of the process. */
  readonly counter: number
  readonly version: string
}

export type Made =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string }

/** What a collector takes at most in one event of a page; a larger one is a mistake. */
const MAX_BYTES = 16 * 1024

/** The event as it travels, in JSON; or what is wrong with it. Never throws. */
export function toEvent(happening: Happening, moment: Moment): Made {
  const flaw = flawOf(happening)
  if (flaw !== undefined) return { ok: false, message: flaw }
  try {
    const text = JSON.stringify(wireEvent(happening, moment))
    if (Buffer.byteLength(text) <= MAX_BYTES) return { ok: true, text }
    return { ok: false, message: `${nameOf(happening)} has more than ${MAX_BYTES} bytes.` }
  } catch (error) {
    return {
      ok: false,
      message: `${nameOf(happening)} cannot be written as JSON (${String(error)}).`,
    }
  }
}

function wireEvent(happening: Happening, { now, counter, version }: Moment) {
  const { type, userId, groupId, timestamp, messageId, ...rest } = {
    groupId: undefined,
    ...happening,
  }
  const library = { name: '@firstwin/node', version }
  return {
    type,
    messageId: messageId ?? uuid7(now, counter),
    userId,
    ...(type === 'group' ? { groupId } : {}),
    timestamp: (timestamp ?? new Date(now)).toISOString(),
    ...rest,
    context: type === 'track' && groupId !== undefined ? { groupId, library } : { library },
  }
}

/** Callers may be plain JavaScript, so that the types have checked nothing. */
function flawOf(happening: Happening): string | undefined {
  const { type, userId, timestamp, messageId } = happening
  if (!isText(userId)) return `${type}: \`userId\` is missing: give the id of the user.`
  if (type === 'track' && !isText(happening.event)) return 'track: `event` is missing: name it.'
  if (type === 'group' && !isText(happening.groupId)) {
    return 'group: `groupId` is missing: give the id of the customer.'
  }
  if (timestamp !== undefined && Number.isNaN(Number(timestamp))) {
    return `${nameOf(happening)}: \`timestamp\` is not a date.`
  }
  if (messageId !== undefined && !UUID7.test(messageId)) {
    return `${nameOf(happening)}: \`messageId\` is not a UUID of version 7.`
  }
  return undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function nameOf(happening: Happening): string {
  return happening.type === 'track' ? `track ${happening.event}` : happening.type
}
