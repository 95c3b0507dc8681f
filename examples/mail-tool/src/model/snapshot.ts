import type { Campaign } from './campaign.ts'
import type { ClockReading } from './clock-reading.ts'
import type { ContactList } from './contact-list.ts'
import type { Locale } from './locale.ts'
import type { Company, User } from './user.ts'

/** All that a page shows of one customer, as the server knows it. */
export interface Snapshot {
  user: User
  company: Company
  /** The last changed one first. */
  campaigns: Campaign[]
  lists: ContactList[]
}

/** What the server writes into a page, so that it is drawn whole at once. */
export interface PageStart {
  locale: Locale
  /** `undefined`: nobody is signed in. */
  snapshot?: Snapshot
  clock: ClockReading
}
