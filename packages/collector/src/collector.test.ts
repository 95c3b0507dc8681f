import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCollector } from '../test/running-collector.ts'
import { createCollector } from './collector.ts'
import { serve } from './serve.ts'
import { createSqliteStore } from './store/sqlite/sqlite-store.ts'
import * as everything from './index.ts'

function screenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-screen-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Results</title>')
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'export {}')
  return folder
}

describe('the results screen', () => {
  it('is served at / under a strict policy', async () => {
    const { url } = await runCollector({ studioDir: screenFolder() })
    const answer = await fetch(url)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(await answer.text()).toContain('Results')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'; require-trusted-types-for 'script'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('has its files kept by browsers, and nothing outside its folder', async () => {
    const { url } = await runCollector({ studioDir: screenFolder() })
    const script = await fetch(`${url}/assets/index-1a2b.js`)
    expect(script.headers.get('cache-control')).toContain('immutable')
    expect(script.headers.get('content-type')).toContain('javascript')
    expect((await fetch(`${url}/assets/..%2f..%2fetc%2fpasswd`)).status).toBe(404)
  })

  it('that is not built says so', async () => {
    const { url } = await runCollector({ studioDir: '/nowhere' })
    const answer = await fetch(url)
    expect(answer.status).toBe(404)
    expect((await answer.json()).message).toContain('Build it')
  })
})

describe('createCollector', () => {
  const key = { key: 'pk', origins: '*' as const }
  const wrong: [what: string, options: object, message: RegExp][] = [
    ['no key', { keys: [] }, /at least one write key/],
    ['an empty key', { keys: [{ ...key, key: '' }] }, /write key is empty/],
    [
      'an origin with a path',
      { keys: [{ ...key, origins: ['https://a.b/'] }] },
      /"https:\/\/a.b\/"/,
    ],
    ['a short read key', { keys: [key], readKey: 'secret' }, /fewer than 16/],
    ['a read key that nobody can send', { keys: [key], readKey: 'x'.repeat(1_025) }, /1024 bytes/],
    [
      'a read key that is public',
      { keys: [{ ...key, key: 'x'.repeat(20) }], readKey: 'x'.repeat(20) },
      /also a write key/,
    ],
  ]
  it.each(wrong)('refuses %s', (_what, options, message) => {
    const store = createSqliteStore(':memory:')
    expect(() => createCollector({ store, ...options } as never)).toThrow(message)
  })
})

describe('serve', () => {
  it('names a port that is taken', async () => {
    const { server } = await runCollector()
    const store = createSqliteStore(':memory:')
    const second = createCollector({ store, keys: [{ key: 'pk', origins: '*' }] })
    await expect(serve(second, { port: server.port })).rejects.toThrow(
      `Port ${server.port} on 127.0.0.1 is taken.`,
    )
    await second.close()
  })

  it('can be stopped twice, and then answers nobody', async () => {
    const { server, url } = await runCollector()
    await Promise.all([server.close(), server.close()])
    await expect(fetch(url)).rejects.toThrow('fetch failed')
  })
})

describe('a collector that stops', () => {
  it('tells the page of a batch when to come back', async () => {
    const store = createSqliteStore(':memory:')
    const collector = createCollector({ store, keys: [{ key: 'pk', origins: '*' }] })
    await collector.close()
    const headers = { origin: 'https://app.example.com' }
    const asked = new Request('http://collector/v1/batch', { method: 'POST', headers })
    const answer = await collector.fetch(asked)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(answer.headers.get('access-control-allow-origin')).toBe(headers.origin)
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After')
  })
})

describe('the package', () => {
  it('exports these names', () => {
    expect(Object.keys(everything).toSorted()).toEqual([
      'CollectorSetupError',
      'DEFAULT_LIMITS',
      'IMPORT_LIBRARY',
      'ImportError',
      'StoreError',
      'backUpSqlite',
      'createCollector',
      'createNodeHandler',
      'createSqliteStore',
      'offsetMs',
      'openClickHouseStore',
      'pastId',
      'readPast',
      'serve',
      'toJsonLine',
      'toTextLine',
    ])
  })
})
