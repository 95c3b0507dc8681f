import type { Letter } from './letter.ts'
import type { Locale } from './locale.ts'
import type { TemplateId } from './template.ts'

export interface Campaign {
  id: string
  companyId: string
  template: TemplateId
  /** The language that the letter is written in. */
  locale: Locale
  letter: Letter
  /** Ids of the contact lists that get it. */
  listIds: string[]
  /** 0…23, in the time of the person who sends. */
  sendHour: number
  /** Milliseconds since 1970, on the demo clock; so are all times here. */
  createdAt: number
  changedAt: number
  progress: CampaignProgress
}

export type CampaignProgress =
  | { status: 'draft' }
  | { status: 'scheduled'; sendAt: number }
  /** `toldOnboarding`: a page has been given this sending, to pass it on as a fact. */
  | { status: 'sent'; sentAt: number; deliveries: Delivery[]; toldOnboarding: boolean }

export interface Delivery {
  /** Unguessable: it names the open pixel. */
  id: string
  name: string
  mail: string
  /** The first time only. */
  openedAt?: number
}

export interface Opens {
  sent: number
  opened: number
  /** 0…1; 0 where nothing was sent. */
  rate: number
}

/** Counts each recipient once, however often the mail was opened. */
export function opensOf(campaigns: readonly Campaign[]): Opens {
  const deliveries = campaigns.flatMap(deliveriesOf)
  const opened = deliveries.filter(({ openedAt }) => openedAt !== undefined).length
  const sent = deliveries.length
  return { sent, opened, rate: sent === 0 ? 0 : opened / sent }
}

/** Empty until it is sent. */
export function deliveriesOf({ progress }: Campaign): Delivery[] {
  return progress.status === 'sent' ? progress.deliveries : []
}
