import { runCollector, type Setup } from '../running-collector.ts'
import { SECRET, signToken } from '../sign-token.ts'
import { WRITE_KEY } from '../wire.ts'

export const OTHER_KEY = 'pk_other'
export const OTHER_SECRET = 'the-secret-of-another-product-altogether'

export function aPart(change: object = {}) {
  return {
    version: 1,
    firstSeenAt: 1,
    started: true,
    events: {},
    others: {},
    wins: {},
    celebrated: {},
    guides: {},
    marks: {},
    seen: {},
    answered: {},
    best: {},
    goodbyes: [],
    ...change,
  }
}

/** Two products whose users prove who they are. */
export async function aProduct(options: Setup = {}) {
  const running = await runCollector({
    keys: [
      { key: WRITE_KEY, origins: ['https://app.example.com'] },
      { key: OTHER_KEY, origins: '*', identity: { mode: 'enforce', secrets: [OTHER_SECRET] } },
    ],
    identity: { mode: 'enforce', secrets: [SECRET] },
    ...options,
  })
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${running.url}/v1/progress`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
      body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
    })
  /** What a device says, and what it hears. */
  async function tell(device: string, more: object = {}) {
    const token = await signToken('u1')
    const asked = { writeKey: WRITE_KEY, token, journey: 'mail-tool', device, ...more }
    const answer = await post(asked)
    return { status: answer.status, ...(await answer.json()) }
  }
  return { ...running, post, tell }
}
