import type { Campaign } from '../model/campaign.ts'
import { addressed, LETTER_FIELDS, type Letter } from '../model/letter.ts'
import { isTemplateId } from '../model/template.ts'
import { renderMail } from '../mail/render-mail.ts'
import { findTemplate } from '../model/template-library.ts'
import type { User } from '../model/user.ts'
import type { Call } from './call.ts'
import type { MailTool } from './mail-tool.ts'
import { newCampaign } from './new-campaign.ts'
import { html, json, refuse, type Reply } from './reply.ts'
import { get, post, type Route } from './route.ts'
import { sendCampaign } from './send-campaign.ts'
import { mailPolicy } from './security-policy.ts'
import { snapshotOf } from './snapshot-of.ts'

export const campaignRoutes: readonly Route[] = [
  post('/api/campaigns', signedIn(create)),
  post('/api/campaigns/:id', withCampaign(change)),
  post('/api/campaigns/:id/copy', withCampaign(copy)),
  post('/api/campaigns/:id/delete', withCampaign(remove)),
  post('/api/campaigns/:id/send', withCampaign(send)),
  post('/api/campaigns/:id/schedule', withCampaign(schedule)),
  post('/api/sends/take', signedIn(takeSends)),
  get('/preview/:id', withCampaign(preview)),
]

interface Signed {
  call: Call
  user: User
  tool: MailTool
}

interface OnCampaign extends Signed {
  campaign: Campaign
}

function signedIn(answer: (signed: Signed) => Promise<Reply>): Route['answer'] {
  return (call, tool) =>
    call.user ? answer({ call, tool, user: call.user }) : refuse(401, 'signed-out')
}

function withCampaign(answer: (on: OnCampaign) => Reply | Promise<Reply>): Route['answer'] {
  return signedIn(async (signed) => {
    const { call, user, tool } = signed
    const campaign = tool.store.state.campaigns.find(
      ({ id, companyId }) => id === call.params['id'] && companyId === user.companyId,
    )
    return campaign ? answer({ ...signed, campaign }) : refuse(404, 'campaign-gone')
  })
}

async function create({ call, user, tool }: Signed): Promise<Reply> {
  const { template, sendHour } = call.body
  if (!isTemplateId(template)) return refuse(422, 'missing', 'template')
  const campaign = newCampaign(template, user, tool.clock.now())
  if (isHour(sendHour)) campaign.sendHour = sendHour
  return add(campaign, { user, tool })
}

async function copy({ campaign, user, tool }: OnCampaign): Promise<Reply> {
  const again: Campaign = {
    ...newCampaign(campaign.template, user, tool.clock.now()),
    letter: { ...campaign.letter },
    locale: campaign.locale,
    listIds: [...campaign.listIds],
    sendHour: campaign.sendHour,
  }
  return add(again, { user, tool })
}

async function add(campaign: Campaign, { user, tool }: Omit<Signed, 'call'>): Promise<Reply> {
  tool.store.state.campaigns.push(campaign)
  await tool.store.save()
  return json({ campaignId: campaign.id, snapshot: snapshotOf(tool.store.state, user) })
}

async function change({ call, campaign, user, tool }: OnCampaign): Promise<Reply> {
  if (campaign.progress.status !== 'draft') return refuse(409, 'already-sent')
  const { letter, listIds, sendHour } = call.body
  campaign.letter = changedLetter(campaign.letter, letter)
  if (isHour(sendHour)) campaign.sendHour = sendHour
  if (Array.isArray(listIds)) {
    const known = snapshotOf(tool.store.state, user).lists
    campaign.listIds = known.map(({ id }) => id).filter((id) => listIds.includes(id))
  }
  campaign.changedAt = tool.clock.now()
  await tool.store.save()
  return json(snapshotOf(tool.store.state, user))
}

const MAX_FIELD_LENGTH = 5000

function changedLetter(letter: Letter, edit: unknown): Letter {
  if (typeof edit !== 'object' || edit === null) return letter
  const next = { ...letter }
  const fields: Readonly<Record<string, unknown>> = { ...edit }
  for (const field of LETTER_FIELDS) {
    const value = fields[field]
    if (typeof value === 'string') next[field] = value.slice(0, MAX_FIELD_LENGTH)
  }
  return next
}

async function remove({ campaign, user, tool }: OnCampaign): Promise<Reply> {
  const { state, save } = tool.store
  state.campaigns = state.campaigns.filter(({ id }) => id !== campaign.id)
  await save()
  return json(snapshotOf(state, user))
}

async function send({ campaign, user, tool }: OnCampaign): Promise<Reply> {
  const result = await sendCampaign(campaign, tool)
  if (result === 'sent') return json(snapshotOf(tool.store.state, user))
  return refuse(result === 'mail-server' ? 502 : 409, result)
}

async function schedule({ call, campaign, user, tool }: OnCampaign): Promise<Reply> {
  const { sendAt } = call.body
  if (campaign.progress.status === 'sent') return refuse(409, 'already-sent')
  campaign.progress =
    typeof sendAt === 'number' && Number.isFinite(sendAt)
      ? { status: 'scheduled', sendAt }
      : { status: 'draft' }
  campaign.changedAt = tool.clock.now()
  await tool.store.save()
  return json(snapshotOf(tool.store.state, user))
}

/** Hands out each sending once, so that one page, and not each open tab, reports it. */
async function takeSends({ user, tool }: Signed): Promise<Reply> {
  const taken: string[] = []
  for (const { id, companyId, progress } of tool.store.state.campaigns) {
    if (companyId !== user.companyId) continue
    if (progress.status === 'sent' && !progress.toldOnboarding) {
      progress.toldOnboarding = true
      taken.push(id)
    }
  }
  if (taken.length > 0) await tool.store.save()
  return json({ campaignIds: taken })
}

/** The mail exactly as it goes out, addressed to the user, without the open pixel. */
function preview({ campaign, user, tool }: OnCampaign): Reply {
  const { html: body } = renderMail({
    letter: addressed(campaign.letter, user.name),
    look: findTemplate(campaign.template).look,
    sender: snapshotOf(tool.store.state, user).company.name,
    locale: campaign.locale,
  })
  return html(body, mailPolicy(tool.url()))
}

function isHour(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23
}
