import type { Hooks } from './options.ts'
import type { Tell } from './tell.ts'

/** Goes to a route of the host, by its own router where it gave us one. Other origins are refused. */
export function goTo(url: string, hooks: Hooks, tell: Tell): void {
  if (!/^\/(?![/\\])/.test(url)) return
  try {
    if (hooks.navigate) hooks.navigate(url)
    else location.assign(url)
  } catch (error) {
    tell('callback-threw', error)
  }
}
