import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HTTP } from 'cloudevents'
import type { Page } from '@playwright/test'
import { ROOT } from '../../scripts/prepare/root.js'
import { expect, test as base } from '../test.ts'
import { startCollector } from './start-collector.ts'
import { startToolHost, type ToolHost } from './tool-host.ts'
import { toolPages } from './tool-pages.ts'

/** The script tag with several endpoints at once, on a page with an analytics tool of its own. */
const test = base.extend<{ tools: ToolHost }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the pattern
  tools: async ({}, use) => {
    const host = await startToolHost()
    const apiHost = `${host.url.slice('http://'.length)}/in/segment/v1`
    host.answers.set('/cdn/v1/projects/key/settings', {
      integrations: { 'Segment.io': { apiKey: 'key', apiHost, protocol: 'http' } },
    })
    await use(host)
    await host.close()
  },
  baseURL: async ({ tools }, use) => {
    await use(tools.url)
  },
})

/** On a loaded machine everything takes its time. */
const eventually = <Read>(read: () => Read | Promise<Read>) =>
  expect.poll(read, { timeout: 60_000 })

const JOURNEY: unknown = JSON.parse(
  readFileSync(join(ROOT, 'examples/mail-tool/public/onboarding.journey.json'), 'utf8'),
)

const ENDPOINTS = [
  '/in/batch',
  { url: '/in/cloudevents', encode: 'cloudevents', key: 'ce-1' },
  { url: '/in/posthog/batch/', encode: 'posthog', key: 'phc_1' },
  { url: '/in/v1/logs', encode: 'otlp-logs' },
  { url: '/in/ndjson?query=INSERT', encode: 'ndjson', filter: ['win_reached'] },
  { analytics: 'segment' },
] as const

/** Keeps calls until the tag's script is there. */
const STUB = `window.firstwin = new Proxy({ q: [] }, {
  get: (stub, name) => stub[name] ?? ((...args) => { stub.q.push([name, args]) }),
})`

/** Opens a page of the host, on which the user sends a mail. */
async function open(
  page: Page,
  tools: ToolHost,
  { load = '', endpoint = ENDPOINTS }: { load?: string; endpoint?: unknown } = {},
): Promise<void> {
  tools.page = `<!doctype html><html lang="en"><title>Host</title>
    <script>${toolPages.segment.stub}</script>
    <script>${STUB}
      firstwin.init({
        journey: ${JSON.stringify(JOURNEY)},
        key: 'pk_1',
        debug: false,
        endpoint: ${JSON.stringify(endpoint)},
      })
      firstwin.identify('u_42', { plan: 'trial' })
      firstwin.track('mail.sent')
    </script>
    <script async src="/firstwin/firstwin.js"></script>
    <script>${load}</script>`
  await page.goto('/')
}

/** The ids of what came to a path, in order, each once. */
function ids(tools: ToolHost, path: string, read: (body: never, text: string) => string[]) {
  const all = tools.posts
    .filter((post) => post.path === path)
    .flatMap((post) => read(post.body as never, post.text))
  return [...new Set(all)]
}

const batch = (tools: ToolHost) =>
  ids(tools, '/in/batch', (body: { batch: { messageId: string }[] }) =>
    body.batch.map(({ messageId }) => messageId),
  )

const cloudEvents = (tools: ToolHost): string[] => {
  const posts = tools.posts.filter(({ path }) => path === '/in/cloudevents')
  const all = posts.flatMap(({ headers, text }) => HTTP.toEvent({ headers, body: text }))
  return [...new Set(all.map(({ id }) => id))]
}

const others = (tools: ToolHost) => ({
  cloudevents: cloudEvents(tools),
  posthog: ids(tools, '/in/posthog/batch/', (body: { batch: { uuid: string }[] }) =>
    body.batch.map(({ uuid }) => uuid),
  ),
  otlp: ids(tools, '/in/v1/logs', (_, text) =>
    [...text.matchAll(/"log\.record\.uid","value":\{"stringValue":"([^"]+)"/g)].map(
      ([, id = '']) => id,
    ),
  ),
})

/** Waits for the moment at which all endpoints have the same, in the same order. @returns what */
async function settled(tools: ToolHost): Promise<string[]> {
  let all: string[] = []
  await eventually(() => {
    all = batch(tools)
    return all.length > 2 && Object.values(others(tools)).every((one) => one.join() === all.join())
  }).toBe(true)
  return all
}

test('every endpoint gets the same events in its own form, and only what it asks for', async ({
  page,
  tools,
}) => {
  await open(page, tools)
  await settled(tools)
  const lines = () => ids(tools, '/in/ndjson', (_, text) => text.trim().split('\n'))
  await eventually(() => lines().length).toBe(1)
  const rows = lines().map((line) => JSON.parse(line) as object)
  expect(rows).toMatchObject([{ event: 'win_reached', win: 'first-mail-sent', user_id: 'u_42' }])
  const keys = tools.posts
    .filter(({ path }) => path === '/in/cloudevents')
    .map(({ headers }) => headers.authorization)
  expect(new Set(keys)).toEqual(new Set(['Bearer ce-1']))
})

test('one that is broken holds up none of the others, and gets all when it is back', async ({
  page,
  tools,
}) => {
  tools.failing.set('/in/posthog/batch/', 503)
  tools.failing.set('/in/batch', 503)
  await open(page, tools)
  await eventually(() => others(tools).cloudevents.length).toBeGreaterThan(2)
  await eventually(() => others(tools).otlp.length).toBe(others(tools).cloudevents.length)
  expect(batch(tools)).toEqual([])
  tools.failing.clear()
  await settled(tools)
})

test('what happened before the analytics tool had loaded is handed over on a later page', async ({
  page,
  tools,
}) => {
  await open(page, tools)
  const all = await settled(tools)
  const handed = (): string[] =>
    tools.posts
      .filter(({ path }) => path.startsWith('/in/segment/'))
      .map(({ body }) => (body as { messageId: string }).messageId)
  expect(handed()).toEqual([])
  await open(page, tools, { load: toolPages.segment.load })
  await eventually(handed).toEqual(expect.arrayContaining(all))
  expect(new Set(handed()).size).toBe(handed().length)
})

test('the tag alone names one endpoint and its form', async ({ page, tools }) => {
  tools.answers.set('/journey.json', JOURNEY)
  tools.page = `<!doctype html><html lang="en"><title>Host</title>
    <script>${STUB}
      firstwin.track('mail.sent')</script>
    <script async src="/firstwin/firstwin.js" data-journey="/journey.json" data-debug="false"
      data-endpoint="/in/v1/logs" data-encode="otlp-logs" data-key="secret"></script>`
  await page.goto('/')
  await eventually(() => others(tools).otlp.length).toBeGreaterThan(0)
  expect(tools.posts[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    authorization: 'Bearer secret',
  })
})

test('the collector of another origin, which the browser asks first, takes CloudEvents', async ({
  page,
  tools,
}) => {
  const collector = await startCollector(tools.url)
  try {
    const { url, key } = collector
    await open(page, tools, { endpoint: { url: `${url}/v1/batch`, encode: 'cloudevents', key } })
    await eventually(() => collector.eventsOf('u_42')).toContain('win_reached')
  } finally {
    collector.stop()
  }
})
