import { randomUUID } from 'node:crypto'
import type { Campaign } from '../model/campaign.ts'
import { findTemplate } from '../model/template-library.ts'
import type { TemplateId } from '../model/template.ts'
import type { User } from '../model/user.ts'

/** Ten in the morning: after the first mails of the day, before the next ones. */
export const DEFAULT_SEND_HOUR = 10

/** A draft with the words of the template, in the language of the user. */
export function newCampaign(template: TemplateId, user: User, now: number): Campaign {
  return {
    id: randomUUID(),
    companyId: user.companyId,
    template,
    locale: user.locale,
    letter: { ...findTemplate(template).words[user.locale].letter },
    listIds: [],
    sendHour: DEFAULT_SEND_HOUR,
    createdAt: now,
    changedAt: now,
    progress: { status: 'draft' },
  }
}
