import { createHmac, randomBytes } from 'node:crypto'
import { isSameSecret } from './same-secret.ts'

/**
 * Over HTTPS the name makes browsers refuse the cookie to and from any other host, even one below the
 * same domain. A browser on this machine itself comes without HTTPS.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
 */
const NAMES = { secure: '__Host-firstwin_session', local: 'firstwin_session' }
const LIFETIME_MS = 12 * 60 * 60 * 1_000

export interface SessionOptions {
  /** What signs the cookies, and is known to this collector only. */
  readonly secret: string
  /** Ms since 1970. */
  readonly now: () => number
}

export interface Sessions {
  /**
   * The `Set-Cookie` of somebody who gave the read key of this number: good for 12 hours, for this
   * site's own requests, out of reach of scripts, another one each time. It holds its end and a
   * signature, so nothing needs keeping. `secure` says that the browser came over HTTPS.
   */
  readonly open: (keyNumber: number, secure: boolean) => string
  /** The number of the key in a `Cookie` header that was opened here and is not over. */
  readonly find: (cookies: string | undefined) => number | undefined
}

export function createSessions({ secret, now }: SessionOptions): Sessions {
  const sign = (content: string): string =>
    createHmac('sha256', secret).update(`session ${content}`).digest('base64url')

  function isValid(content: string, signed: string): boolean {
    return isSameSecret(signed, sign(content)) && Number(content.split('.')[0]) > now()
  }

  return {
    open(keyNumber, secure) {
      const nonce = randomBytes(16).toString('base64url')
      const content = `${now() + LIFETIME_MS}.${keyNumber}.${nonce}`
      const name = secure ? NAMES.secure : NAMES.local
      const age = LIFETIME_MS / 1_000
      const end = secure ? '; Secure' : ''
      const value = `${content}.${sign(content)}`
      return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${age}${end}`
    },
    find(cookies) {
      for (const value of valuesIn(cookies ?? '')) {
        const cut = value.lastIndexOf('.')
        const content = value.slice(0, cut)
        if (isValid(content, value.slice(cut + 1))) return Number(content.split('.')[1])
      }
      return undefined
    },
  }
}

function valuesIn(cookies: string): string[] {
  const names = Object.values(NAMES)
  return cookies.split(/;\s*/).flatMap((cookie) => {
    const cut = cookie.indexOf('=')
    return names.includes(cookie.slice(0, cut)) ? [cookie.slice(cut + 1)] : []
  })
}
