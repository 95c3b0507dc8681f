import { z } from 'zod'
import { boundedJson } from './bounded-json.ts'
import { DROP_REASONS } from './drop-reason.ts'

/** Long enough for mail addresses (254) and prefixed UUIDs; the limit of an index column. */
const MAX_ID = 256

const key = z.string('a string is expected').min(1, 'it is empty').max(MAX_ID, 'it is too long')
const time = z.iso.datetime({ offset: true, error: 'a time is expected: 2026-11-22T03:14:15.926Z' })
const count = z.int().min(0)

/** What other senders make has no common form; controls and spaces at an end would not be seen. */
const MESSAGE_ID = /^[!-~](?:[ -~]{0,126}[!-~])?$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What surrounded the event. Keys that are not named here are dropped: nobody asked for them. */
const context = z.object({
  groupId: key.optional().describe('The customer (company) the user belongs to.'),
  library: z.object({ name: z.string().max(MAX_ID), version: z.string().max(64) }).optional(),
  locale: z.string().max(64).optional().describe('The language the user was shown.'),
  page: z
    .object({ path: z.string().max(1000).optional() })
    .optional()
    .describe('The path as a template: ids, mails and tokens replaced, no query, no hash.'),
  dropped: z
    .record(z.string().max(32), count)
    .optional()
    .describe(
      `On the first batch after a drop: events lost, by reason (${DROP_REASONS.join(', ')}).`,
    ),
})

const common = {
  messageId: z
    .string('a string is expected')
    .regex(MESSAGE_ID, '1 to 128 printable characters of ASCII are expected')
    .transform((id) => (UUID.test(id) ? id.toLowerCase() : id))
    .describe(
      'Made once, when the thing happened, and never changed by a retry. Firstwin makes UUIDs of ' +
        'version 7, other senders what they like: 1 to 128 printable characters.',
    ),
  anonymousId: key.optional().describe('The device, before anybody signs in.'),
  userId: key.optional().describe('The user, once the host has said who it is.'),
  timestamp: time.describe("The device's clock when it happened."),
  context: context.optional(),
}

const track = z.object({
  ...common,
  type: z.literal('track').describe('Something happened.'),
  event: z
    .string('a string is expected')
    .min(1, 'it is empty')
    .max(200, 'it is longer than 200 characters')
    .describe('The name of the report, or of the event that the host tracked.'),
  properties: boundedJson.optional().describe('Ids, enums, numbers, durations.'),
})

const identify = z.object({
  ...common,
  type: z.literal('identify').describe('Who it is.'),
  traits: boundedJson.optional().describe('What is known of the user.'),
  properties: boundedJson.optional().describe('The place in the session.'),
})

const group = z.object({
  ...common,
  type: z.literal('group').describe('Which customer the user belongs to.'),
  groupId: key.optional().describe('The customer. Taken from the context if left out.'),
  traits: boundedJson.optional().describe('What is known of the customer.'),
  properties: boundedJson.optional().describe('The place in the session.'),
})

/** One event of a batch. Either id is enough, and a group needs its own, here or in the context. */
export const event = z
  .discriminatedUnion('type', [track, identify, group])
  .refine(hasOwner, { path: ['anonymousId'], error: 'neither userId nor anonymousId is given' })
  .refine((given) => given.type !== 'group' || (given.groupId ?? given.context?.groupId), {
    path: ['groupId'],
    error: 'it is missing',
  })

export type WireEvent = z.infer<typeof event>

function hasOwner(given: { userId?: string | undefined; anonymousId?: string | undefined }) {
  return given.userId !== undefined || given.anonymousId !== undefined
}
