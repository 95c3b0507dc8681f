import { randomUUID } from 'node:crypto'
import { renderMail } from '../mail/render-mail.ts'
import type { Campaign, Delivery } from '../model/campaign.ts'
import { recipientsOf, type Contact } from '../model/contact-list.ts'
import { addressed } from '../model/letter.ts'
import { findTemplate } from '../model/template-library.ts'
import type { Company } from '../model/user.ts'
import type { MailTool } from './mail-tool.ts'

export type SendResult = 'sent' | 'no-subject' | 'no-recipients' | 'already-sent' | 'mail-server'

/** Sends one real mail to each recipient and keeps what was sent to whom. */
export async function sendCampaign(campaign: Campaign, tool: MailTool): Promise<SendResult> {
  const { sending } = tool
  const { state, save } = tool.store
  const company = state.companies.find(({ id }) => id === campaign.companyId)
  const contacts = recipientsOf(state.lists, campaign.listIds)
  if (campaign.progress.status === 'sent' || sending.has(campaign.id)) return 'already-sent'
  if (campaign.letter.subject.trim() === '') return 'no-subject'
  if (contacts.length === 0 || !company) return 'no-recipients'

  sending.add(campaign.id)
  try {
    const deliveries: Delivery[] = []
    for (const contact of contacts) {
      deliveries.push(await deliver({ campaign, company, contact }, tool))
    }
    const sentAt = tool.clock.now()
    campaign.progress = { status: 'sent', sentAt, deliveries, toldOnboarding: false }
    campaign.changedAt = sentAt
    company.mailsSent += deliveries.length
    await save()
    return 'sent'
  } catch {
    return 'mail-server'
  } finally {
    sending.delete(campaign.id)
  }
}

interface OneDelivery {
  campaign: Campaign
  company: Company
  contact: Contact
}

async function deliver(
  { campaign, company, contact }: OneDelivery,
  tool: MailTool,
): Promise<Delivery> {
  const id = randomUUID()
  const mail = renderMail({
    letter: addressed(campaign.letter, contact.name),
    look: findTemplate(campaign.template).look,
    sender: company.name,
    locale: campaign.locale,
    pixelUrl: `${tool.url()}/o/${id}.gif`,
  })
  await tool.post({
    from: { name: company.name, address: 'letters@binsen.example' },
    to: { name: contact.name, address: contact.mail },
    ...mail,
    date: new Date(tool.clock.now()),
  })
  return { id, name: contact.name, mail: contact.mail }
}
