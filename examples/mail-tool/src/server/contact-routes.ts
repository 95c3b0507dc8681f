import type { Call } from './call.ts'
import { mailField, textField } from './field.ts'
import type { MailTool } from './mail-tool.ts'
import { json, refuse, type Reply } from './reply.ts'
import { post, type Route } from './route.ts'
import { snapshotOf } from './snapshot-of.ts'

export const contactRoutes: readonly Route[] = [
  post('/api/lists/:id/contacts', addContact),
  post('/api/support', askSupport),
]

async function addContact({ body, params, user }: Call, { store }: MailTool): Promise<Reply> {
  if (!user) return refuse(401, 'signed-out')
  const list = snapshotOf(store.state, user).lists.find(({ id }) => id === params['id'])
  const name = textField(body['name'], 80)
  const mail = mailField(body['mail'])
  if (!list || list.kind === 'self') return refuse(404, 'list-gone')
  if (!name) return refuse(422, 'missing', 'name')
  if (!mail) return refuse(422, 'mail-wrong', 'mail')
  if (list.contacts.some((contact) => contact.mail.toLowerCase() === mail.toLowerCase())) {
    return refuse(409, 'contact-known', 'mail')
  }
  list.contacts.push({ name, mail })
  await store.save()
  return json(snapshotOf(store.state, user))
}

/** A question becomes a mail to the team: in the demo it lands in the same inbox. */
async function askSupport({ body, user }: Call, tool: MailTool): Promise<Reply> {
  if (!user) return refuse(401, 'signed-out')
  const question = textField(body['question'], 4000)
  if (!question) return refuse(422, 'missing', 'question')
  const text = `${question}\n\n${user.name} <${user.mail}>`
  try {
    await tool.post({
      from: { name: user.name, address: user.mail },
      to: { name: 'Binsen', address: 'support@binsen.example' },
      subject: user.locale === 'ja' ? 'お問い合わせ' : 'A question from a customer',
      text,
      html: '',
      date: new Date(tool.clock.now()),
    })
  } catch {
    return refuse(502, 'mail-server')
  }
  return json({})
}
