import type { Encoding, SendContext } from '../report/endpoint.ts'
import type { WireEvent } from '../report/wire-event.ts'
import { fieldOf, toJson } from '../report/fields.ts'

/**
 * PostHog's `/batch/`; `key` is the project's API key. `uuid` is the event's own, by which PostHog
 * knows a retry. `identify` becomes `$identify`, which joins what was done before; `group` becomes
 * `$groupidentify` of the group type `company`. As in posthog-js, events of nobody known make no profile.
 *
 * Sent as text, so that browsers do not ask first; PostHog does not look at the content type.
 * A project that is over its billing limit answers 200 and drops: that cannot be noticed.
 *
 * @see https://posthog.com/docs/api/capture
 */
export const posthog: Encoding = {
  encode(events, context) {
    const batch = events.map((event) => toJson(toPosthog(event, context)))
    return {
      body: `{"api_key":${toJson(context.key)},"sent_at":"${context.sentAt}","batch":[${batch.join()}]}`,
      contentType: 'text/plain;charset=UTF-8',
    }
  },
}

const GROUP_TYPE = 'company'

function toPosthog(event: WireEvent, { library }: SendContext): object {
  const { context, properties, userId, anonymousId, messageId } = event
  const groupId = fieldOf(context, 'groupId')
  return {
    uuid: messageId,
    // For one event without a name or a person PostHog refuses the whole batch.
    event: NAMES[event.type] ?? (event.event || 'track'),
    distinct_id: userId || anonymousId || messageId,
    timestamp: event.timestamp,
    properties: {
      ...properties,
      ...ownOf(event, groupId),
      $session_id: fieldOf(properties, 'session'),
      $pathname: fieldOf(fieldOf(context, 'page'), 'path'),
      $groups: groupId === undefined ? undefined : { [GROUP_TYPE]: groupId },
      $process_person_profile: userId === undefined ? false : undefined,
      $lib: library.name,
      $lib_version: library.version,
      locale: fieldOf(context, 'locale'),
      dropped: fieldOf(context, 'dropped'),
    },
  }
}

const NAMES: Readonly<Record<string, string>> = { identify: '$identify', group: '$groupidentify' }

/** What only this type of event says. */
function ownOf({ type, traits, anonymousId }: WireEvent, groupId: unknown): object {
  if (type === 'identify') return { $set: traits, $anon_distinct_id: anonymousId }
  if (type === 'track') return {}
  return { $group_type: GROUP_TYPE, $group_key: groupId, $group_set: traits }
}
