import { checkLink } from './link.ts'
import type { Hooks } from './options.ts'
import type { Tell } from './tell.ts'

/**
 * Goes to a route of the host, by its own router where it gave us one; else by the hash where the page
 * is routed by that, and else by loading it. What is no path of this origin, read as a browser reads
 * it, goes nowhere.
 */
export function goTo(url: string, hooks: Hooks, tell: Tell): void {
  const link = url.startsWith('/') ? checkLink(url) : undefined
  if (!link) return
  const [hash = ''] = /^#!?(?=\/)/.exec(location.hash) ?? []
  try {
    if (hooks.navigate) hooks.navigate(link.href)
    else location.assign(hash + link.href)
  } catch (error) {
    tell('callback-threw', error)
  }
}
