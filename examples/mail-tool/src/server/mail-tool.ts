import type { LiveFeed } from './live-feed.ts'
import type { DemoClock } from './demo-clock.ts'
import type { Store } from './store.ts'

/** What the routes work with. */
export interface MailTool {
  store: Store
  clock: DemoClock
  live: LiveFeed
  firstwin: FirstwinTag
  /** Where the product is reached, without a slash at the end. */
  url: () => string
  /** Hands one mail to the mail server; rejects if that refuses it. */
  post: (mail: OutgoingMail) => Promise<void>
  /** Ids of the campaigns that are going out at this moment: a second press sends nothing. */
  sending: Set<string>
}

export interface OutgoingMail {
  from: { name: string; address: string }
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  date: Date
}

/** How the pages embed Firstwin. */
export interface FirstwinTag {
  /** The folder with firstwin.js and its chunks; served under /firstwin/. */
  scriptDir: string
  /** Where reports go: an absolute URL or a path. */
  endpoint: string
  key: string
}
