/**
 * Hears events of these types (separated by spaces) anywhere in the page, before the host's own
 * handlers, so that none of them can hide one. On window, because an element that is named
 * "addEventListener" stands in the way of document's.
 */
export function listen(types: string, run: (event: Event) => void, signal: AbortSignal): void {
  for (const type of types.split(' ')) addEventListener(type, run, { capture: true, signal })
}
