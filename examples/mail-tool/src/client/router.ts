import { createCell, type Cell } from './cell.ts'

export interface Router {
  /** The path of the page, without query and hash. */
  path: Cell<string>
  /** Goes there without a new page. Another site's address leaves the product. */
  navigate: (href: string) => void
}

export function createRouter(): Router {
  const path = createCell(location.pathname)
  addEventListener('popstate', () => path.set(location.pathname))
  return {
    path,
    navigate(href) {
      const url = new URL(href, location.href)
      if (url.origin !== location.origin) {
        location.assign(url)
        return
      }
      history.pushState(undefined, '', url)
      path.set(url.pathname)
      scrollTo(0, 0)
    },
  }
}
