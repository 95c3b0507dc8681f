import type { RejectReason } from '@firstwin/schema'

/** A file, or why it is not looked at. */
export type Fetched = { readonly text: string } | { readonly is: RejectReason }

/** A journey with all its texts in two languages has some 50 kB. */
const MOST_BYTES = 256_000
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i
/** Where no network lies between. */
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/

/**
 * Fetches a file of at most 256 kB, of this very address, over https only (and from this machine).
 * @throws If there is none, as where the network is down.
 */
export async function fetchFile(url: URL, init: RequestInit): Promise<Fetched> {
  if (url.protocol !== 'https:' && !LOCAL.test(url.origin)) return { is: 'insecure' }
  const response = await ask(url, init)
  if (!response) return { is: 'redirect' }
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) return { is: 'type' }
  const text = await readText(response)
  return text === undefined ? { is: 'too-large' } : { text }
}

/** `undefined` where the address leads elsewhere. */
async function ask(url: URL, init: RequestInit): Promise<Response | undefined> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error' })
    // A service worker may have followed one.
    const from = response.url || url.href
    return new URL(from).origin === url.origin ? response : undefined
  } catch (error) {
    // The browser does not say that it was for this: asked so, it does, and follows none either.
    const { type } = await fetch(url, { signal: init.signal ?? null, redirect: 'manual' })
    if (type === 'opaqueredirect') return undefined
    throw error
  }
}

/** `undefined` where there is more than may be; the rest is not fetched then. */
async function readText({ body }: Response): Promise<string | undefined> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) return text + decoder.decode()
    bytes += part.value.length
    if (bytes > MOST_BYTES) {
      await reader?.cancel()
      return undefined
    }
    text += decoder.decode(part.value, { stream: true })
  }
}
