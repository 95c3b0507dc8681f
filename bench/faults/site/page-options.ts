/** Who reports from the page: we, or another tracker on the same page. */
export type Sender = 'firstwin' | 'posthog' | 'segment' | 'segment-batching' | 'snowplow'

/** What the page is like. All of it travels in its address, so that a reload is like the first time. */
export interface PageOptions {
  /** The endpoint lies on the page's own origin instead of another. @default false */
  readonly sameOrigin?: boolean
  /** How far the page's clock is off, in ms. @default 0 */
  readonly clockMs?: number
  /** The browser has no Web Locks, as on pages served over http. @default true */
  readonly locks?: boolean
  /** Storage: as it is; refused by the browser; or full to the last byte. @default 'works' */
  readonly storage?: 'works' | 'refused' | 'full'
  /** @default 'granted' */
  readonly consent?: 'granted' | 'pending' | 'denied'
  /** The user who is signed in when the page opens. @default nobody */
  readonly user?: string
  /** The journey's file is not there. @default true */
  readonly journey?: boolean
  /** A second endpoint, which never answers. @default false */
  readonly secondEndpoint?: boolean
  /** Libraries of the page have put their own things over what the browser has. @default false */
  readonly patched?: boolean
}

export function toQuery(sender: Sender, options: PageOptions): string {
  const texts = Object.entries(options).map(([name, value]) => [name, String(value)])
  return new URLSearchParams({ sender, ...Object.fromEntries(texts) }).toString()
}
