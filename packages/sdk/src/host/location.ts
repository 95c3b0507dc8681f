/**
 * The route that conditions see: the path of the page, or the path in the hash, where the host routes
 * by that (`#/mails`, `#!/mails`). Without a query.
 */
export function currentRoute(): string {
  return /^#!?(\/[^?#]*)/.exec(location.hash)?.[1] ?? location.pathname
}

/** Calls `look` whenever the address may have changed without a reload, until `lifetime` aborts. */
export type WatchHistory = (look: () => void, lifetime: AbortSignal) => void

/**
 * Calls `onRoute` whenever the route has changed without a reload: a router's push or replace, back
 * and forward, another hash. Never polls.
 *
 * @param fetchOlder What browsers without the Navigation API need for it.
 */
export function watchRoute(
  onRoute: () => void,
  fetchOlder: () => Promise<{ watchHistory: WatchHistory }>,
  lifetime: AbortSignal,
): void {
  let last = currentRoute()

  function look(): void {
    const route = currentRoute()
    if (route === last || lifetime.aborted) return
    last = route
    onRoute()
  }

  const options = { signal: lifetime }
  const { navigation } = window
  // An element of the page may have that name too.
  if (navigation && 'currentEntry' in navigation) {
    navigation.addEventListener('currententrychange', look, options)
  } else {
    addEventListener('popstate', look, options)
    addEventListener('hashchange', look, options)
    // Without it only what the browser itself does is noticed at once.
    fetchOlder().then(({ watchHistory }) => watchHistory(look, lifetime), look)
  }
}
