import { randomBytes, randomUUID } from 'node:crypto'
import { toLocale } from '../model/locale.ts'
import { INDUSTRIES, ROLES, SCHEMES, type Company, type User } from '../model/user.ts'
import { SESSION_COOKIE, type Call } from './call.ts'
import { firstLists } from './contact-lists.ts'
import { choiceField, mailField, textField } from './field.ts'
import type { MailTool } from './mail-tool.ts'
import { json, refuse, type Reply } from './reply.ts'
import { get, post, type Route } from './route.ts'
import { snapshotOf } from './snapshot-of.ts'

/** A demo: whoever knows the mail address may sign in. The sign-in page says so. */
export const accountRoutes: readonly Route[] = [
  post('/api/sign-up', signUp),
  post('/api/sign-in', signIn),
  post('/api/sign-out', signOut),
  post('/api/settings', changeSettings),
  get('/api/snapshot', ({ user }, { store }) =>
    user ? json(snapshotOf(store.state, user)) : refuse(401, 'signed-out'),
  ),
]

async function signUp({ body }: Call, tool: MailTool): Promise<Reply> {
  const { state } = tool.store
  const name = textField(body['name'], 80)
  const mail = mailField(body['mail'])
  const company = textField(body['company'], 80)
  const industry = choiceField(body['industry'], INDUSTRIES)
  const role = choiceField(body['role'], ROLES)
  if (!name) return refuse(422, 'missing', 'name')
  if (!mail) return refuse(422, 'mail-wrong', 'mail')
  if (!company) return refuse(422, 'missing', 'company')
  if (!industry) return refuse(422, 'missing', 'industry')
  if (!role) return refuse(422, 'missing', 'role')
  if (findByMail(tool, mail)) return refuse(409, 'mail-known', 'mail')

  const contractedAt = tool.clock.now()
  const customer: Company = {
    id: `c_${randomUUID()}`,
    name: company,
    industry,
    plan: 'trial',
    contractedAt,
    mailsSent: 0,
  }
  const locale = toLocale(body['locale'])
  const scheme = choiceField(body['scheme'], SCHEMES) ?? 'auto'
  const id = `u_${randomUUID()}`
  const user: User = { id, companyId: customer.id, name, mail, role, locale, scheme }
  state.companies.push(customer)
  state.users.push(user)
  state.lists.push(...firstLists(user))
  return startSession(tool, user)
}

async function signIn({ body }: Call, tool: MailTool): Promise<Reply> {
  const mail = mailField(body['mail'])
  if (!mail) return refuse(422, 'mail-wrong', 'mail')
  const user = findByMail(tool, mail)
  return user ? startSession(tool, user) : refuse(404, 'mail-unknown', 'mail')
}

async function signOut({ token }: Call, { store }: MailTool): Promise<Reply> {
  if (token !== undefined) delete store.state.sessions[token]
  await store.save()
  const reply = json({})
  return { ...reply, headers: { ...reply.headers, 'set-cookie': sessionCookie('', 0) } }
}

async function changeSettings({ body, user }: Call, { store }: MailTool): Promise<Reply> {
  if (!user) return refuse(401, 'signed-out')
  if (body['locale'] !== undefined) user.locale = toLocale(body['locale'])
  user.scheme = choiceField(body['scheme'], SCHEMES) ?? user.scheme
  await store.save()
  return json(snapshotOf(store.state, user))
}

function findByMail({ store }: MailTool, mail: string): User | undefined {
  return store.state.users.find((user) => user.mail.toLowerCase() === mail.toLowerCase())
}

const MONTH_SECONDS = 30 * 24 * 60 * 60

async function startSession({ store }: MailTool, user: User): Promise<Reply> {
  const token = randomBytes(24).toString('base64url')
  store.state.sessions[token] = user.id
  await store.save()
  const reply = json(snapshotOf(store.state, user))
  const cookie = sessionCookie(token, MONTH_SECONDS)
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } }
}

function sessionCookie(token: string, seconds: number): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}`
}
