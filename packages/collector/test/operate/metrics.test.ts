import { describe, expect, it } from 'vitest'
import { rawRequest } from '../raw-request.ts'
import { runCollector } from '../running-collector.ts'
import { bearer, READ_KEY } from '../tenants.ts'
import { batch, started, track, WRITE_KEY } from '../wire.ts'

async function metricsOf(url: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.replace(/ [^ ]+$/, ''), Number(line.split(' ').at(-1))]))
}

describe('GET /metrics', () => {
  it('counts what came of events', async () => {
    const { send, url } = await runCollector()
    const body = batch([started({ user: 'u1' }), { type: 'page' }, 7])
    await send(body)
    await send(body)
    await send('{')
    await send(body.replace(WRITE_KEY, 'pk_other'))
    const lost = {
      ...started({ user: 'u2' }),
      context: { dropped: { cap: 3, age: 1, invalid: 4, odd: 2 } },
    }
    await send(batch([lost]), { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })
    expect(Object.fromEntries(await metricsOf(url))).toMatchObject({
      firstwin_events_accepted_total: 2,
      firstwin_events_duplicate_total: 1,
      firstwin_events_bot_total: 1,
      'firstwin_events_rejected_total{code="unknown-type"}': 2,
      'firstwin_events_rejected_total{code="not-an-event"}': 2,
      'firstwin_requests_refused_total{code="not-json"}': 1,
      'firstwin_requests_refused_total{code="write-key"}': 1,
      'firstwin_client_dropped_events_total{reason="cap"}': 3,
      'firstwin_client_dropped_events_total{reason="age"}': 1,
      'firstwin_client_dropped_events_total{reason="invalid"}': 4,
      'firstwin_client_dropped_events_total{reason="other"}': 2,
      'firstwin_commit_duration_seconds_bucket{le="+Inf"}': 3,
      firstwin_commit_duration_seconds_count: 3,
      firstwin_events_waiting: 0,
      firstwin_body_bytes_waiting: 0,
    })
  })

  it('believes a device that it has lost as much as there is room for, and no more', async () => {
    const { send, url } = await runCollector()
    const lost = { ...started({ user: 'u1' }), context: { dropped: { cap: 9e14, age: 10_000 } } }
    expect(await (await send(batch([lost]))).json()).toMatchObject({ accepted: 1 })
    expect(Object.fromEntries(await metricsOf(url))).toMatchObject({
      'firstwin_client_dropped_events_total{reason="cap"}': 10_000,
      'firstwin_client_dropped_events_total{reason="age"}': 10_000,
    })
  })

  it('counts tokens by what became of them, and requests that came too fast', async () => {
    const secrets = ['0123456789abcdef0123456789abcdef']
    const { send, url } = await runCollector({
      identity: { mode: 'observe', secrets },
      limits: { perAddress: { perSecond: 1, burst: 2 } },
    })
    await send(batch([started({ user: 'u1' })]))
    await send(batch([started({ user: 'u1' })]).replace('{', '{"token":"none",'))
    await send(batch([]))
    expect(Object.fromEntries(await metricsOf(url))).toMatchObject({
      'firstwin_identity_tokens_total{result="missing"}': 1,
      'firstwin_identity_tokens_total{result="malformed"}': 1,
      'firstwin_rate_limited_total{bucket="address"}': 1,
      firstwin_events_accepted_total: 2,
      firstwin_events_unproven_total: 2,
    })
  })

  it('is the text format 0.0.4, whose histograms add up', async () => {
    const { send, url } = await runCollector()
    await send(batch([started({ user: 'u1' })]))
    const answer = await fetch(`${url}/metrics`)
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    const text = await answer.text()
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(?:# HELP [a-z_]+ .+\.|# TYPE [a-z_]+ (?:counter|gauge|histogram)|[a-z_]+(?:\{[a-z]+="[^"]*"\})? [\d.e+-]+)$/,
      )
    }
    const metrics = [...(await metricsOf(url))]
    const buckets = metrics.flatMap(([name, value]) => (name.includes('_bucket{') ? [value] : []))
    expect(buckets).toEqual(buckets.toSorted((one, other) => one - other))
    expect(buckets.at(-1)).toBe(1)
  })

  it('is for programs beside the collector, and for the read key', async () => {
    const { server } = await runCollector({ readKey: READ_KEY })
    const { port } = server
    const status = async (headers: Record<string, string>) =>
      (await rawRequest({ port, path: '/metrics', headers })).status
    const forwarded = { 'x-forwarded-for': '203.0.113.7' }
    expect(await status({})).toBe(200)
    expect(await status(forwarded)).toBe(401)
    expect(await status({ host: 'evil.example' })).toBe(401)
    expect(await status({ ...forwarded, ...bearer(WRITE_KEY) })).toBe(403)
    expect(await status({ ...forwarded, ...bearer(READ_KEY) })).toBe(200)
  })

  it('names nobody', async () => {
    const { send, url } = await runCollector()
    await send(batch([track('canary', { canary: 'canary' }, { user: 'canary' })]))
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).not.toContain('canary')
    expect(text).not.toContain(WRITE_KEY)
  })
})
