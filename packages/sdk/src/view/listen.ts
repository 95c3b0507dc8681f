import { quietly } from '../quietly.ts'

/**
 * Hears events of these types (separated by spaces) before the page does. On window, because an
 * element named "addEventListener" stands in the way of document's.
 */
export function listen(types: string, run: (event: Event) => void, signal: AbortSignal): void {
  const listener = quietly(run, signal)
  for (const type of types.split(' ')) {
    // Who touches or turns the wheel must not wait for us.
    const passive = /^(?:wheel|touch)/.test(type)
    window.addEventListener(type, listener, { capture: true, passive, signal })
  }
}
