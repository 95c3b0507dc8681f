import { isEcho } from './is-echo.ts'
import { QUEUE_PREFIX } from './keep-event.ts'
import type { TextStore } from './text-store.ts'

/** Bounds what we take of the 5 MB that the whole origin has in storage. */
const MAX_WAITING = 500
const MAX_WAITING_CHARACTERS = 256 * 1024

/**
 * Removes what two tabs have said both, the later one: it is no loss. Then drops what waits beyond the
 * bounds: steps go first, wins and identities last, the oldest first. What is on its way stays, because
 * it may have arrived.
 */
export function makeRoom(
  storage: TextStore,
  onTheWay: ReadonlySet<string>,
  drop: (key: string) => void,
): void {
  const said = new Map<string, string | undefined>()
  const waiting: { key: string; text: string }[] = []

  for (const key of storage.keys(QUEUE_PREFIX).toSorted()) {
    const text = storage.get(key) ?? ''
    if (isEcho(text, said) && !onTheWay.has(key)) storage.remove(key)
    else waiting.push({ key, text })
  }
  let count = waiting.length
  let characters = waiting.reduce((sum, { text }) => sum + text.length, 0)
  for (const { key, text } of waiting.toSorted((a, b) => rank(a.text) - rank(b.text))) {
    if (count <= MAX_WAITING && characters <= MAX_WAITING_CHARACTERS) break
    if (onTheWay.has(key)) continue
    drop(key)
    count -= 1
    characters -= text.length
  }
}

function rank(text: string): number {
  if (text.includes('"event":"step_')) return 0
  return /"event":"(win_|journey_s)|"type":"[ig]/.test(text) ? 2 : 1
}
