import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium as launcher } from 'playwright'
import { describe, expect, it, onTestFinished } from 'vitest'
import { chromium, hasEngine } from '../../../../scripts/browsers.js'
import { runCollector } from '../running-collector.ts'
import { storedTypes } from '../stored.ts'
import { ACME } from '../tenants.ts'

const SDK = dirname(createRequire(import.meta.url).resolve('@segment/analytics-next/package.json'))

/** A page of a customer with Segment's SDK in it, as Segment ships it. */
async function servePage(): Promise<string> {
  const server = createServer((asked, answer) => {
    const name = new URL(asked.url ?? '/', 'http://page').pathname
    if (!name.endsWith('.js')) {
      answer.setHeader('content-type', 'text/html')
      return void answer.end('<!doctype html><script src="/index.js"></script>')
    }
    readFile(join(SDK, 'dist/umd', name.slice(1))).then(
      (script) => answer.setHeader('content-type', 'text/javascript').end(script),
      () => answer.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

interface Tell {
  apiHost: string
  writeKey: string
  batching: boolean
}

/** Runs in the page. */
async function tell({ apiHost, writeKey, batching }: Tell): Promise<void> {
  const { AnalyticsBrowser } = (globalThis as never as { AnalyticsNext: never })[
    'AnalyticsNext'
  ] as { AnalyticsBrowser: { load: (...options: unknown[]) => Record<string, Function> } }
  const deliveryStrategy = batching ? { strategy: 'batching', config: { size: 3 } } : {}
  const destination = { apiKey: writeKey, apiHost, protocol: 'http', deliveryStrategy }
  const cdnSettings = { integrations: { 'Segment.io': destination } }
  const analytics = AnalyticsBrowser.load(
    { writeKey, cdnSettings },
    { integrations: { 'Segment.io': destination } },
  )
  await analytics['identify']?.('u1', { plan: 'pro' })
  await analytics['track']?.('Mail Sent', { count: 1 })
  await analytics['page']?.('Home')
}

describe.skipIf(!hasEngine('chromium'))('Segment’s SDK for browsers', () => {
  it.each([
    ['one by one', false],
    ['in batches', true],
  ])('sends from a page, %s', { timeout: 30_000 }, async (_how, batching) => {
    const page = await servePage()
    const keys = [{ ...ACME, origins: [page] }]
    const answers: number[] = []
    const { url } = await runCollector({ keys, now: Date.now, isBot: () => false })
    const browser = await launcher.launch(chromium())
    onTestFinished(() => browser.close())
    const tab = await browser.newPage()
    tab.on('response', (answer) => {
      if (answer.url().startsWith(url)) answers.push(answer.status())
    })
    await tab.goto(page)
    const apiHost = `${url.replace('http://', '')}/v1`
    await tab.evaluate(tell, { apiHost, writeKey: ACME.key, batching })
    await expect.poll(() => storedTypes(url, 'u1')).toEqual(['identify', 'track'])
    expect(new Set(answers)).toEqual(new Set([200]))
  })
})
