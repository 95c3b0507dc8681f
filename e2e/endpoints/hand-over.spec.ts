import { expect, test as base, type Page } from '@playwright/test'
import type { toAnalytics as ToAnalytics } from '../../packages/sdk/src/endpoints/to-analytics.ts'
import {
  company,
  context,
  user,
  visitor,
  win,
} from '../../packages/sdk/src/endpoints/events.fixture.ts'
import { posthog } from '../../packages/sdk/src/endpoints/posthog.ts'
import { startToolHost, type Post, type ToolHost } from './tool-host.ts'
import { toolPages, type ToolName } from './tool-pages.ts'

/** Runs in Chromium: what is tested is other people's code on a page. */
const test = base.extend<{ tools: ToolHost }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
  tools: async ({}, use) => {
    const host = await startToolHost()
    await use(host)
    await host.close()
  },
})

/** On a loaded machine everything takes its time. */
const eventually = <Read>(read: () => Read | Promise<Read>) =>
  expect.poll(read, { timeout: 60_000 })

const events = [user, company, win, visitor]

interface Window {
  sent: Promise<string>
  stubbed: readonly unknown[]
}

/** Opens a page with the tool's stub, and hands the events over to it: without end, as long as it is a stub. */
async function handOver(page: Page, tools: ToolHost, name: ToolName): Promise<void> {
  const { stub } = toolPages[name]
  tools.page = `<!doctype html><title>Host</title><script>${stub}</script>`
  await page.goto(tools.url)
  await page.evaluate(
    async ([tool, sent, about]) => {
      const file = '/firstwin/firstwin-to-analytics.js'
      const { toAnalytics } = (await import(file)) as { toAnalytics: typeof ToAnalytics }
      const send = toAnalytics(tool)
      const told = { ...about, signal: new AbortController().signal }
      Object.assign(window, { sent: send(sent, told)?.then(() => 'handed over', String) })
    },
    [name, events, { ...context, signal: undefined }] as const,
  )
  expect(await page.evaluate(() => (window as unknown as Window).stubbed)).toEqual([])
}

/** Loads the tool itself, and returns when the events have been handed over. */
async function load(page: Page, name: ToolName): Promise<void> {
  await page.evaluate(toolPages[name].load)
  const outcome = await page.evaluate(() => (window as unknown as Window).sent)
  expect(outcome).toBe('handed over')
}

/** The bodies of what the tool reported, once there are so many. */
async function reported<Body>(tools: ToolHost, count: number): Promise<readonly Body[]> {
  const bodies = (): readonly Body[] => tools.posts.map(({ body }: Post) => body as Body)
  await eventually(() => bodies().length).toBeGreaterThanOrEqual(count)
  return bodies()
}

const ORDER = ['identify', 'group', 'win_reached', 'step_viewed']

/** In the order in which they were handed over: each goes in a request of its own, and those overtake. */
function inOrder(bodies: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  const place = ({ type, event }: Record<string, unknown>): number =>
    ORDER.indexOf(String(event ?? type))
  return bodies.toSorted((a, b) => place(a) - place(b))
}

test('Segment gets events, users and companies with our ids and times, once it has loaded', async ({
  page,
  tools,
}) => {
  const apiHost = `${tools.url.slice('http://'.length)}/in/segment/v1`
  tools.answers.set('/cdn/v1/projects/key/settings', {
    integrations: { 'Segment.io': { apiKey: 'key', apiHost, protocol: 'http' } },
  })
  await handOver(page, tools, 'segment')
  await load(page, 'segment')
  const bodies = await reported<Record<string, unknown>>(tools, 4)
  expect(bodies).toHaveLength(4)
  const common = ({ messageId, timestamp }: typeof win) => ({
    messageId,
    timestamp,
    userId: 'u_42',
  })
  expect(inOrder(bodies)).toMatchObject([
    { ...common(user), type: 'identify', traits: user.traits },
    { ...common(company), type: 'group', groupId: 'acme', traits: company.traits },
    { ...common(win), type: 'track', event: 'win_reached', properties: win.properties },
    { ...common(visitor), type: 'track', event: 'step_viewed', properties: visitor.properties },
  ])
})

test('RudderStack gets events, users and companies with our times, once it has loaded', async ({
  page,
  tools,
}) => {
  await handOver(page, tools, 'rudderstack')
  await load(page, 'rudderstack')
  const bodies = await reported<Record<string, unknown>>(tools, 4)
  expect(bodies).toHaveLength(4)
  const originalTimestamp = win.timestamp
  expect(inOrder(bodies)).toMatchObject([
    { type: 'identify', userId: 'u_42', originalTimestamp, context: { traits: user.traits } },
    { type: 'group', groupId: 'acme', originalTimestamp, traits: company.traits },
    { type: 'track', event: 'win_reached', originalTimestamp, properties: win.properties },
    { type: 'track', event: 'step_viewed', originalTimestamp, properties: visitor.properties },
  ])
})

interface PosthogEvent {
  event: string
  uuid: string
  timestamp: string
  properties: Record<string, unknown>
}

/** What PostHog reported, as soon as it is so much. */
async function captured(tools: ToolHost, count: number): Promise<readonly PosthogEvent[]> {
  const all = (): readonly PosthogEvent[] =>
    tools.posts.flatMap(({ body }) => (body as { batch?: PosthogEvent[] }).batch ?? [])
  await eventually(() => all().length).toBeGreaterThanOrEqual(count)
  return all()
}

test('PostHog gets events with our ids and times, once it has loaded', async ({ page, tools }) => {
  await handOver(page, tools, 'posthog')
  await load(page, 'posthog')
  const bodies = await captured(tools, 2)
  expect(bodies).toMatchObject(
    [win, visitor].map(({ event, messageId, timestamp, properties }) => ({
      event,
      uuid: messageId,
      timestamp,
      properties,
    })),
  )
  expect(bodies).toHaveLength(2)
})

test('what the PostHog encoding says of its own is what PostHog itself says', async ({
  page,
  tools,
}) => {
  await handOver(page, tools, 'posthog')
  await load(page, 'posthog')
  await page.evaluate(() => {
    const tool = Reflect.get(window, 'posthog') as Record<string, (...args: unknown[]) => void>
    tool['identify']?.('u_42', { plan: 'team' })
    tool['group']?.('company', 'acme', { seats: 40 })
    tool['capture']?.('later')
  })
  const bodies = await captured(tools, 5)
  const theirs = new Set(bodies.flatMap((one) => [...Object.keys(one), ...own(one.properties)]))
  const { batch } = JSON.parse(posthog.encode(events, context).body) as { batch: PosthogEvent[] }
  const ours = batch.flatMap((one) => Object.keys(one).concat(own(one.properties)))
  // In batches of servers it stands beside the properties, in those of pages among them too.
  const unknown = ours.filter((name) => !theirs.has(name) && name !== 'distinct_id')
  expect(unknown).toEqual([])
  expect(bodies.find(({ event }) => event === 'step_viewed')?.properties).toMatchObject({
    $process_person_profile: false,
  })
})

const own = (properties: object): string[] =>
  Object.keys(properties).filter((name) => name.startsWith('$'))

test('Snowplow gets structured events with their true time, once it is there', async ({
  page,
  tools,
}) => {
  await handOver(page, tools, 'snowplow')
  await load(page, 'snowplow')
  const sent = async () => {
    const bodies = await reported<{ data: Record<string, string>[] }>(tools, 1)
    return bodies.flatMap(({ data }) => data)
  }
  await eventually(async () => (await sent()).length).toBe(2)
  const ttm = String(Date.parse(win.timestamp))
  const common = { e: 'se', se_ca: 'firstwin', se_pr: 'mail-tool', ttm }
  expect(await sent()).toMatchObject([
    { ...common, se_ac: 'win_reached', se_la: 'first-mail-sent', se_va: '372000' },
    { ...common, se_ac: 'step_viewed', se_la: 'send' },
  ])
})
