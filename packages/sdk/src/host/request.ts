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

function request(url: string, { body, headers, signal }: RequestInit): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const one = new XMLHttpRequest()
    one.onload = () => {
      const redirected = one.responseURL !== new URL(url, document.baseURI).href
      const sent = { get: (name: string) => one.getResponseHeader(name) }
      const text = (): Promise<string> => Promise.resolve(one.responseText)
      resolve({ status: one.status, headers: sent, redirected, text })
    }
    one.onerror = reject
    one.open('POST', url)
    for (const [name, value] of Object.entries(headers ?? {})) one.setRequestHeader(name, value)
    signal?.addEventListener('abort', () => one.abort())
    one.send(String(body))
  })
}
