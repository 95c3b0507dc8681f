/**
 * The route that conditions see: the path of the page, or the path in the hash, where the host routes
 * by that (`#/mails`, `#!/mails`). Without a query.
 */
export function currentRoute(): string {
  return /^#!?(\/[^?#]*)/.exec(location.hash)?.[1] ?? location.pathname
}

/**
 * Calls `onRoute` with the route whenever it has changed without a reload: a router's push or replace,
 * back and forward, another hash. Neither polls nor, where the browser has the Navigation API, touches
 * the history object.
 */
export function watchRoute(onRoute: (route: string) => void, lifetime: AbortSignal): void {
  let last = currentRoute()

  function look(): void {
    const route = currentRoute()
    if (route === last || lifetime.aborted) return
    last = route
    onRoute(route)
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

/**
 * A proxy, so that it still has the name, length and text of the native function. Put back at the
 * end, unless somebody has wrapped ours meanwhile: then ours does nothing more.
 */
function wrap(name: 'pushState' | 'replaceState', after: () => void, lifetime: AbortSignal): void {
  const original = history[name]
  const wrapped = new Proxy(original, {
    apply(_, self, args) {
      Reflect.apply(original, self, args)
      after()
    },
  })
  history[name] = wrapped
  lifetime.addEventListener('abort', () => {
    if (history[name] === wrapped) history[name] = original
  })
}
