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
 * event that stays in our tree: it is neither a click, so that nothing happens twice, nor a key,
 * which Firefox would let out into the page. Preventing it prevents the original.
 */
export function replay(original: Event, target: EventTarget): void {
  const { type, bubbles, cancelable } = original
  const told = new Event(type, { bubbles, cancelable })
  for (const name of CARRIED) {
    if (name in original) Object.defineProperty(told, name, { value: Reflect.get(original, name) })
  }
  if (!target.dispatchEvent(told)) original.preventDefault()
}
