import type { APIRequestContext } from '@playwright/test'
import type { Campaign } from '../../examples/mail-tool/src/model/campaign.ts'
import type { Snapshot } from '../../examples/mail-tool/src/model/snapshot.ts'
import { expect } from '../test.ts'

/** What a customer did in the product before the story begins, by its own server: no page is open. */
export interface Account {
  /** Makes a draft and answers its id. */
  draft: () => Promise<string>
  /** So many campaigns, to the customer alone. */
  send: (count: number) => Promise<void>
}

/**
 * Signs a new customer up; the browser is signed in from then on.
 * @param request of the page or the context: it shares the cookies
 */
export async function signUp(request: APIRequestContext, name: string): Promise<Account> {
  const post = async (path: string, data: object): Promise<unknown> => {
    const response = await request.post(path, { data })
    expect(response.status(), `${path}: ${await response.text()}`).toBe(200)
    return await response.json()
  }
  const { lists } = (await post('/api/sign-up', {
    name,
    mail: `${name.toLowerCase()}@example.com`,
    company: 'Kumo',
    industry: 'retail',
    role: 'owner',
    locale: 'en',
  })) as Snapshot
  const listIds = lists.filter(({ kind }) => kind === 'self').map(({ id }) => id)

  const draft = async (): Promise<string> => {
    const answer = await post('/api/campaigns', { template: 'sale' })
    return (answer as { campaignId: Campaign['id'] }).campaignId
  }
  return {
    draft,
    async send(count) {
      for (let sent = 0; sent < count; sent += 1) {
        const path = `/api/campaigns/${await draft()}`
        await post(path, { letter: { subject: `Letter ${sent + 1}` }, listIds })
        await post(`${path}/send`, {})
      }
    },
  }
}
