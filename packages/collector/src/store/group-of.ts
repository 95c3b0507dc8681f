import type { WireEvent } from '@firstwin/schema'

/** The group (company) that an event says its user belongs to. */
export function groupOf(event: WireEvent): string | undefined {
  return event.type === 'group' ? (event.groupId ?? event.context?.groupId) : event.context?.groupId
}

/** The event without what it says of a group: that its user belongs to it, and the group's traits. */
export function withoutGroup(event: WireEvent): WireEvent {
  const context = event.context && { ...event.context, groupId: undefined }
  if (event.type !== 'group') return { ...event, context }
  return { ...event, context, groupId: undefined, traits: undefined }
}
