import { z } from 'zod'
import { writeKeyField } from './batch.ts'

/** The JSON of one device's part, in characters. */
export const PROGRESS_MAX_PART = 16 * 1024

/** Long enough for any id of a journey, an event or a device. */
const MAX_ID = 256
/** Conditions that count events in a window rarely ask for more. */
const MAX_TIMES = 1_000

const id = z.string().min(1).max(MAX_ID)
/** Milliseconds since 1970, by the clock of the device. */
const time = z.number()
const count = z.int().min(0)

const guide = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('active'),
    step: id,
    viewedAt: time.exactOptional(),
    stuck: z.boolean().exactOptional(),
    missing: z.boolean().exactOptional(),
  }),
  z.object({
    status: z.literal('dismissed'),
    step: id,
    reason: z.enum(['closed', 'later', 'escape', 'target-gone', 'replaced', 'ended']),
    session: id,
  }),
  z.object({ status: z.literal('completed') }),
])

const seen = z.object({
  at: time,
  session: id,
  end: z.enum(['closed', 'later', 'followed', 'declined', 'answered']).exactOptional(),
})

/**
 * What one device knows of its user's progress in a journey: ids, times and counts. `events` are those
 * that it has counted itself, `others` what it knows of the counts of each other device; all else may
 * have come from other devices too.
 */
export const progressPart = z.object({
  version: z.literal(1),
  firstSeenAt: time,
  started: z.boolean(),
  events: z.record(id, z.object({ count, times: z.array(time).max(MAX_TIMES) })),
  others: z.record(id, z.record(id, count)),
  wins: z.record(id, time),
  celebrated: z.record(id, time),
  guides: z.record(id, guide),
  /** Of each guide, how often it was begun anew, and when it changed last. */
  marks: z.record(id, z.tuple([count, time])),
  seen: z.record(id, seen),
  answered: z.record(id, z.array(id).max(MAX_TIMES)),
  best: z.record(id, z.number()),
  goodbyes: z.array(id).max(MAX_TIMES),
})

/** What a device sends: its own part, if that has changed, and that it wants those of the others. */
export const progressRequest = z.object({
  writeKey: writeKeyField,
  token: z.string().optional().catch(undefined),
  journey: id,
  device: id,
  part: progressPart
    .refine((part) => JSON.stringify(part).length <= PROGRESS_MAX_PART, {
      error: `it is longer than ${PROGRESS_MAX_PART} characters`,
    })
    .optional(),
})

export type ProgressRequest = z.infer<typeof progressRequest>

/** Judges the body of a request, after `JSON.parse`. Never throws. Unknown fields are dropped. */
export function parseProgress(
  value: unknown,
): { ok: true; request: ProgressRequest } | { ok: false; message: string } {
  const result = progressRequest.safeParse(value)
  if (result.success) return { ok: true, request: result.data }
  const first = result.error.issues[0]
  return { ok: false, message: `${first?.path.join('.') || 'body'}: ${first?.message ?? 'wrong'}.` }
}
