import type { Letter } from '../model/letter.ts'
import type { Locale } from '../model/locale.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { TemplateId } from '../model/template.ts'
import type { Scheme } from '../model/user.ts'
import { createCell, type Cell } from './cell.ts'
import { post, type Outcome } from './post.ts'

/** What the user can do in the product. Each call brings `snapshot` up to date. */
export interface Product {
  snapshot: Cell<Snapshot | undefined>
  signUp: (form: SignUp) => Promise<Outcome<Snapshot>>
  signIn: (mail: string) => Promise<Outcome<Snapshot>>
  signOut: () => Promise<void>
  settings: (change: { locale?: Locale; scheme?: Scheme }) => Promise<Outcome<Snapshot>>
  /** Resolves with the id of the new campaign. */
  create: (template: TemplateId, sendHour?: number) => Promise<Outcome<string>>
  copy: (id: string) => Promise<Outcome<string>>
  change: (id: string, change: CampaignChange) => Promise<Outcome<Snapshot>>
  remove: (id: string) => Promise<Outcome<Snapshot>>
  send: (id: string) => Promise<Outcome<Snapshot>>
  /** Without a time it becomes a draft again. */
  schedule: (id: string, sendAt?: number) => Promise<Outcome<Snapshot>>
  addContact: (listId: string, contact: object) => Promise<Outcome<Snapshot>>
  /** Asks the server for what others changed: a mail was opened, a scheduled one was sent. */
  refresh: () => Promise<void>
}

export interface SignUp {
  name: string
  mail: string
  company: string
  industry: string
  role: string
  locale: Locale
}

export interface CampaignChange {
  letter?: Letter
  listIds?: readonly string[]
  sendHour?: number
}

export function createProduct(first: Snapshot | undefined): Product {
  const snapshot = createCell(first)

  async function update(path: string, body: object = {}): Promise<Outcome<Snapshot>> {
    const outcome = await post<Snapshot>(path, body)
    if (outcome.ok) snapshot.set(outcome.value)
    return outcome
  }

  async function add(path: string, body: object = {}): Promise<Outcome<string>> {
    const outcome = await post<{ campaignId: string; snapshot: Snapshot }>(path, body)
    if (!outcome.ok) return outcome
    snapshot.set(outcome.value.snapshot)
    return { ok: true, value: outcome.value.campaignId }
  }

  return {
    snapshot,
    signUp: (form) => update('/api/sign-up', form),
    signIn: (mail) => update('/api/sign-in', { mail }),
    async signOut() {
      await post('/api/sign-out')
      snapshot.set(undefined)
    },
    settings: (change) => update('/api/settings', change),
    create: (template, sendHour) => add('/api/campaigns', { template, sendHour }),
    copy: (id) => add(`/api/campaigns/${id}/copy`),
    change: (id, change) => update(`/api/campaigns/${id}`, change),
    remove: (id) => update(`/api/campaigns/${id}/delete`),
    send: (id) => update(`/api/campaigns/${id}/send`),
    schedule: (id, sendAt) => update(`/api/campaigns/${id}/schedule`, { sendAt }),
    addContact: (listId, contact) => update(`/api/lists/${listId}/contacts`, contact),
    async refresh() {
      const response = await fetch('/api/snapshot').catch(() => undefined)
      if (response?.ok) snapshot.set(await response.json())
      else if (response?.status === 401) snapshot.set(undefined)
    },
  }
}
