/**
 * Calls `onRoute` with the path of the page whenever it has changed without a reload: a router's
 * push or replace, back and forward. Neither polls nor, where the browser has the Navigation API,
 * touches the history object.
 */
export function watchRoute(onRoute: (path: string) => void, lifetime: AbortSignal): void {
  let last = location.pathname

  function look(): void {
    const path = location.pathname
    if (path === last || lifetime.aborted) return
    last = path
    onRoute(path)
  }

  const options = { signal: lifetime }
  if ('navigation' in window && window.navigation) {
    window.navigation.addEventListener('currententrychange', look, options)
  } else {
    addEventListener('popstate', look, options)
    addEventListener('hashchange', look, options)
    wrap('pushState', look, lifetime)
    wrap('replaceState', look, lifetime)
  }
}

/** Put back at the end, unless somebody has wrapped ours meanwhile: then ours does nothing more. */
function wrap(name: 'pushState' | 'replaceState', after: () => void, lifetime: AbortSignal): void {
  const original = history[name]
  const wrapped: History['pushState'] = (...args) => {
    original.apply(history, args)
    after()
  }
  history[name] = wrapped
  lifetime.addEventListener('abort', () => {
    if (history[name] === wrapped) history[name] = original
  })
}
