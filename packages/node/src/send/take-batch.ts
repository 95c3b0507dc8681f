/** As pages send them: small enough for every receiver of this format. */
const MAX_EVENTS = 100
const MAX_BYTES = 48 * 1024

/** The first events of the list that fit one batch, `limit` at most; at least one. */
export function takeBatch(events: readonly string[], limit = MAX_EVENTS): readonly string[] {
  let bytes = 0
  const end = events.findIndex((text, index) => {
    bytes += Buffer.byteLength(text) + 1
    return index > 0 && (index >= Math.min(limit, MAX_EVENTS) || bytes > MAX_BYTES)
  })
  return end === -1 ? events : events.slice(0, end)
}
