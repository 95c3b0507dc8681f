import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { READING, textOf } from '../tenants.ts'
import { batch, started, win } from '../wire.ts'

const PAYLOADS = ["' OR 1=1--", '"; DROP TABLE events; --', '%', '_', '$."x"', 'x\u0000', '\\']

function counts(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  // Whoever asks that nothing be kept of somebody unknown is remembered for that.
  const others = tables.filter(({ name }) => name !== 'tombstones')
  const lines = others.map(({ name }) => {
    const row = database.prepare(`SELECT count(*) AS n FROM "${String(name)}"`).get()
    return `${String(name)} ${String(row?.['n'])}`
  })
  database.close()
  return lines.toSorted().join()
}

it.each(PAYLOADS)('C19 no parameter is ever a part of a statement: %j', async (text) => {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-sql-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'events.db')
  const { send, url } = await runCollector({ file })
  await send(batch([started({ user: 'u1' }), win('w', 'aha', { user: 'u1' })]))
  const before = counts(file)
  const payload = encodeURIComponent(text)
  for (const [method, path] of READING) {
    const asked = path.replace('mail-tool', payload).replace('/u1', `/${payload}`)
    const answer = await fetch(url + asked, { method })
    expect(answer.status).toBeLessThan(500)
    expect(await textOf(answer)).not.toContain('journey_started')
  }
  for (const name of ['key', 'limit', 'bots', 'journey']) {
    const answer = await fetch(`${url}/v1/wins?journey=x&${name}=${payload}`)
    expect(answer.status).toBeLessThan(500)
  }
  expect(counts(file)).toBe(before)
})
