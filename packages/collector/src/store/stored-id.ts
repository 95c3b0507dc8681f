import type { DatedEvent } from './event-store.ts'

/** At the end of the ids of servers' events. No id on the wire has it: those are printable ASCII. */
export const OF_SERVER = '§'

/**
 * The id by which a store knows an event again. Those of senders who have shown the product's secret
 * are a space of their own: whoever has only the public key could else take the id that a server is
 * going to use, and the server's event would count as sent before.
 */
export function storedId({ event, trusted = false }: DatedEvent): string {
  return trusted ? event.messageId + OF_SERVER : event.messageId
}

/** The id as it was sent. */
export function toMessageId(stored: string): string {
  return stored.endsWith(OF_SERVER) ? stored.slice(0, -OF_SERVER.length) : stored
}
