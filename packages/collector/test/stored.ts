import { ACME, bearer } from './tenants.ts'

/** The events that are stored of a user of Acme, as they were judged. */
export async function storedEvents(
  url: string,
  userId: string,
): Promise<Record<string, unknown>[]> {
  const path = `/v1/users/${encodeURIComponent(userId)}/export`
  const text = await (await fetch(url + path, { headers: bearer(ACME.secret) })).text()
  const lines = text
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
  return lines.flatMap((line) => {
    const { kind, event } = JSON.parse(line)
    return kind === 'event' ? [event] : []
  })
}

/** Their types, in the order of the alphabet. */
export async function storedTypes(url: string, userId: string): Promise<string[]> {
  const events = await storedEvents(url, userId)
  return events.map(({ type }) => String(type)).toSorted()
}
