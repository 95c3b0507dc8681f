import { escapeHtml } from '../mail/escape-html.ts'
import type { InboxMail } from '../model/inbox-mail.ts'
import { countOpen } from './count-open.ts'
import type { Call } from './call.ts'
import type { MailTool } from './mail-tool.ts'
import { html, json, refuse, type Reply } from './reply.ts'
import { get, post, type Route } from './route.ts'
import { mailPolicy } from './security-policy.ts'
import type { StoredMail } from './store.ts'

/** The mailbox of the demo, where all mails arrive, and the pixel that tells that one was opened. */
export const inboxRoutes: readonly Route[] = [
  get('/inbox/mails', (_call, { store }) => json(store.state.inbox.map(withoutBody))),
  get('/inbox/mails/:id', showMail),
  post('/inbox/mails/:id/read', markRead),
  get('/o/:file', answerPixel),
]

function withoutBody({ html: _html, ...mail }: StoredMail): InboxMail {
  return mail
}

function find({ params }: Call, { store }: MailTool): StoredMail | undefined {
  return store.state.inbox.find(({ id }) => id === params['id'])
}

function showMail(call: Call, tool: MailTool): Reply {
  const mail = find(call, tool)
  if (!mail) return refuse(404, 'mail-gone')
  const plain = `<!doctype html><meta charset="utf-8"><title>${escapeHtml(mail.subject)}</title><body style="margin:24px;font:16px/1.7 sans-serif;white-space:pre-wrap;background:#fffdf8;color:#2b2723">${escapeHtml(mail.preview)}`
  return html(mail.html === '' ? plain : mail.html, mailPolicy(tool.url()))
}

async function markRead(call: Call, tool: MailTool): Promise<Reply> {
  const mail = find(call, tool)
  if (!mail) return refuse(404, 'mail-gone')
  mail.read = true
  await tool.store.save()
  return json({})
}

/** The smallest picture there is: one transparent point. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

async function answerPixel({ params }: Call, tool: MailTool): Promise<Reply> {
  const deliveryId = (params['file'] ?? '').replace(/\.gif$/, '')
  if (countOpen(tool.store.state, deliveryId, tool.clock.now())) {
    await tool.store.save()
    tool.live.tell('changed', {})
  }
  return {
    status: 200,
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' },
    body: PIXEL,
  }
}
