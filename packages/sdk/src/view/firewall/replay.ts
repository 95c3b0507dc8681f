/** What handlers of views read of an event. */
const CARRIED = [
  'key',
  'code',
  'repeat',
  'isComposing',
  'shiftKey',
  'ctrlKey',
  'altKey',
  'metaKey',
  'detail',
  'button',
  'buttons',
  'clientX',
  'clientY',
  'pointerId',
  'pointerType',
  'data',
  'inputType',
  'clipboardData',
  'relatedTarget',
] as const

/**
 * Tells our own handlers of an event that the page must not hear of. What they are told is a plain
 * event that stays in our tree: it is no key, which Firefox would let out into the page, and what
 * browsers do after a click they do once, for the original. Preventing it prevents the original.
 */
export function replay(original: Event, target: Node): void {
  const { type, bubbles, cancelable } = original
  const told = new Event(type, { bubbles, cancelable })
  for (const name of CARRIED) {
    if (name in original) Object.defineProperty(told, name, { value: Reflect.get(original, name) })
  }
  const done = new AbortController()
  // WebKit presses buttons and follows links for plain events too, unless those are prevented.
  const settle = (): void => {
    if (told.defaultPrevented) original.preventDefault()
    told.preventDefault()
  }
  target.getRootNode().addEventListener(type, settle, { signal: done.signal })
  target.dispatchEvent(told)
  done.abort()
}
