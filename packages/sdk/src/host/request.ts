/** A `Response`, as far as anybody looks at it. */
interface Reply {
  readonly status: number
  readonly headers: { readonly get: (name: string) => string | null }
  readonly redirected: boolean
  readonly text: () => Promise<string>
}

type Fetch = (url: string, init: RequestInit, isLast: boolean) => Promise<Reply>

/**
 * Asks by `fetch`; and where that brought no answer, the next time by XMLHttpRequest: for pages that
 * have patched `fetch`, and for when other requests have used up what may outlive the page. When the
 * page goes, only `fetch` outlives it.
 *
 * An XMLHttpRequest to the page's own origin carries the page's cookies, whatever `init` says: there is
 * no way to ask for it without. To other origins neither carries any.
 */
export function createRequest(): Fetch {
  let isSecond = true

  return async (url, init, isLast) => {
    isSecond = !isSecond && !isLast
    const answer = await (isSecond ? request(url, init) : fetch(url, init))
    // What worked is used again.
    isSecond = !isSecond
    return answer
  }
}

function request(url: string, init: RequestInit): Promise<Reply> {
  const { body, headers, signal } = init
  return new Promise((resolve, reject) => {
    const one = new XMLHttpRequest()
    one.addEventListener('load', () => resolve(toReply(one, url)))
    one.addEventListener('error', reject)
    one.open('POST', url)
    for (const [name, value] of Object.entries(headers ?? {})) one.setRequestHeader(name, value)
    signal?.addEventListener('abort', () => one.abort())
    one.send(typeof body === 'string' ? body : '')
  })
}

function toReply(one: XMLHttpRequest, url: string): Reply {
  return {
    status: one.status,
    headers: { get: (name) => one.getResponseHeader(name) },
    redirected: one.responseURL !== new URL(url, document.baseURI).href,
    text: () => Promise.resolve(one.responseText),
  }
}
