import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InboxMail } from '../model/inbox-mail.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { createDemoClock, type DemoClock } from './demo-clock.ts'
import { startMailTool, type RunningMailTool } from './start.ts'

const START = Date.UTC(2026, 10, 22, 9)
const HOUR_MS = 3_600_000
const HANA = {
  name: 'Hana',
  mail: 'hana@example.com',
  company: 'Hana & Co',
  industry: 'retail',
  role: 'owner',
  locale: 'en',
}

let dataDir: string
let clock: DemoClock
let tool: RunningMailTool
let cookie: string

function start(port = 0): Promise<RunningMailTool> {
  const firstwin = { scriptDir: dataDir, endpoint: 'http://127.0.0.1:9/v1/batch', key: 'pk' }
  return startMailTool({ port, smtpPort: 0, dataDir, clock, firstwin })
}

/** Posts as the browser of the signed-in user does. */
async function post(path: string, body: object = {}) {
  const response = await fetch(tool.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return { status: response.status, body: await response.json() }
}

const read = async (path: string) => fetch(tool.url + path, { headers: { cookie } })
const inbox = async () => (await (await read('/inbox/mails')).json()) as InboxMail[]
const snapshot = async () => (await (await read('/api/snapshot')).json()) as Snapshot

/** A draft that only the signed-in user would get. */
async function draftToMyself(): Promise<string> {
  const { campaignId } = (await post('/api/campaigns', { template: 'sale', sendHour: 8 })).body
  const self = (await snapshot()).lists.find(({ kind }) => kind === 'self')
  await post(`/api/campaigns/${campaignId}`, { listIds: [self?.id] })
  return campaignId
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'binsen-'))
  clock = createDemoClock()
  clock.freeze(START)
  cookie = ''
  tool = await start()
})

afterEach(async () => {
  await tool.stop()
  await rm(dataDir, { recursive: true })
})

describe('startMailTool', () => {
  it('signs a new customer up at the time of the demo', async () => {
    const { body } = await post('/api/sign-up', HANA)
    expect(body.company).toMatchObject({ name: 'Hana & Co', plan: 'trial', contractedAt: START })
  })

  it('names the field that is the matter', async () => {
    const { status, body } = await post('/api/sign-up', { ...HANA, mail: 'nobody' })
    expect([status, body.error]).toEqual([422, { code: 'mail-wrong', field: 'mail' }])
  })

  it('sends a real mail that arrives in the inbox, addressed and with its subject', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    expect((await post(`/api/campaigns/${id}/send`)).status).toBe(200)
    const [mail] = await inbox()
    expect(mail).toMatchObject({
      from: { name: 'Hana & Co' },
      to: { name: 'Hana', mail: 'hana@example.com' },
      subject: 'This weekend: 20% off everything',
      receivedAt: START,
    })
    expect(await (await read(`/inbox/mails/${mail?.id}`)).text()).toContain('Hello Hana,')
  })

  it('sends a campaign once, however often the button is pressed', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    const answers = await Promise.all([1, 2, 3].map(() => post(`/api/campaigns/${id}/send`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await inbox()).toHaveLength(1)
  })

  it('refuses to send to nobody', async () => {
    await post('/api/sign-up', HANA)
    const { campaignId } = (await post('/api/campaigns', { template: 'sale' })).body
    const { body } = await post(`/api/campaigns/${campaignId}/send`)
    expect(body.error.code).toBe('no-recipients')
  })

  it('counts an open once for each recipient', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    await post(`/api/campaigns/${id}/send`)
    const [mail] = await inbox()
    const body = await (await read(`/inbox/mails/${mail?.id}`)).text()
    const pixel = /\/o\/[\w-]+\.gif/.exec(body)?.[0] ?? 'no pixel in the mail'
    await read(pixel)
    clock.move(HOUR_MS)
    await read(pixel)
    const [campaign] = (await snapshot()).campaigns
    expect(campaign?.progress).toMatchObject({ deliveries: [{ openedAt: START }] })
  })

  it('sends what was scheduled once the clock is there', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    await post(`/api/campaigns/${id}/schedule`, { sendAt: START + HOUR_MS })
    expect(await inbox()).toHaveLength(0)
    await post('/demo/clock', { move: HOUR_MS })
    await expect.poll(inbox).toHaveLength(1)
  })

  it('hands out each sending once', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    await post(`/api/campaigns/${id}/send`)
    expect((await post('/api/sends/take')).body).toEqual({ campaignIds: [id] })
    expect((await post('/api/sends/take')).body).toEqual({ campaignIds: [] })
  })

  it('shows nothing of one customer to another', async () => {
    await post('/api/sign-up', HANA)
    const id = await draftToMyself()
    await post('/api/sign-up', { ...HANA, mail: 'ken@example.com' })
    expect((await snapshot()).campaigns).toEqual([])
    expect((await read(`/preview/${id}`)).status).toBe(404)
  })

  it('keeps everything over a restart, the time of the demo too', async () => {
    clock.unfreeze()
    await post('/api/sign-up', HANA)
    await draftToMyself()
    clock.move(24 * HOUR_MS)
    const before = clock.now()
    await tool.stop()
    clock = createDemoClock()
    tool = await start()
    expect((await snapshot()).campaigns).toHaveLength(1)
    expect(clock.now()).toBeGreaterThanOrEqual(before)
  })

  it.each(['https://evil.example', 'null'])('refuses a request made by %s', async (origin) => {
    const headers = { origin, 'content-type': 'application/json' }
    const response = await fetch(`${tool.url}/api/sign-out`, { method: 'POST', headers })
    expect(response.status).toBe(403)
  })

  it('says which port is taken', async () => {
    const port = Number(new URL(tool.url).port)
    await expect(start(port)).rejects.toThrow(`Port ${port} is taken`)
  })

  it('says that the stored data is damaged', async () => {
    await tool.stop()
    await writeFile(join(dataDir, 'mail-tool.json'), '{"format":')
    await expect(start()).rejects.toThrow('is damaged')
  })

  it('gives each page a policy with a nonce of its own', async () => {
    const policies = await Promise.all([read('/'), read('/')])
    const nonces = policies.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1],
    )
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('serves no file from outside its folders', async () => {
    const response = await read('/media/..%2f..%2fpackage.json')
    expect(response.status).toBe(404)
  })
})
