/** What differs where two tabs say the same: id, time, session and sequence, and the page. */
const OWN = /"(messageId|time\w+|se\w+|ttvMs)":[^,}]*|"context":.*/g
/** What a user does once, whoever of their tabs notices it. */
const ONCE = /"event":"(win_r|(task|path)_c|journey_s|celebration_s).*"(path|win)":/

/**
 * Whether another tab has reported the same before: two may notice a win in the same moment. What one
 * tab says twice is none: a host may have events of these names too.
 *
 * @param said Which session said what first; what this event says is added.
 */
export function isEcho(text: string, said: Map<string, string | undefined>): boolean {
  const what = text.replaceAll(OWN, '')
  const session = text.match(/"session":[^,}]*/)?.[0]
  const first = said.get(what) ?? session
  said.set(what, first)
  return first !== session && ONCE.test(what)
}
