import type { WatchHistory } from './location.ts'

/** For browsers without the Navigation API: hears of what the history has no event for. */
export const watchHistory: WatchHistory = (look, lifetime) => {
  if (lifetime.aborted) return
  wrap('pushState', look, lifetime)
  wrap('replaceState', look, lifetime)
  // While this was fetched the page may have gone on.
  look()
}

/**
 * A proxy, so that it still has the name, length and text of the native function. Put back at the
 * end, unless somebody has wrapped ours meanwhile: then ours does nothing more.
 */
function wrap(name: 'pushState' | 'replaceState', after: () => void, lifetime: AbortSignal): void {
  const original = history[name]
  const wrapped = new Proxy(original, {
    apply(_, self, args) {
      Reflect.apply(original, self, args)
      if (!lifetime.aborted) after()
    },
  })
  history[name] = wrapped
  lifetime.addEventListener('abort', () => {
    if (history[name] === wrapped) history[name] = original
  })
}
