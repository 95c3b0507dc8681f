import { event } from '@firstwin/schema'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCollector } from '../../../test/running-collector.ts'
import { tempFolder } from '../../../test/temp-file.fixture.ts'
import { batch, START, started, WRITE_KEY } from '../../../test/wire.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** How many of these users the file knows. */
async function countUsers(file: string): Promise<number> {
  const { read } = await runCollector({ file })
  return (await read('/v1/results?journey=mail-tool')).tiers[0].started
}

async function startChild(file: string) {
  const script = fileURLToPath(new URL('../../../test/crash-child.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@firstwin/source', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child.stdout, 'data')
  return { child, url: `http://127.0.0.1:${String(port).trim()}/v1/batch` }
}

describe('the file', () => {
  it('has everything after a restart', async () => {
    const file = join(tempFolder(), 'below', 'events.db')
    const first = await runCollector({ file })
    await first.send(batch([started({ user: 'u1' }), started({ user: 'u2' })]))
    await first.server.close()
    expect(await countUsers(file)).toBe(2)
  })

  it('has what was waiting to be written when it was closed', async () => {
    const file = join(tempFolder(), 'events.db')
    const store = createSqliteStore(file)
    const kept = store.append([
      {
        writeKey: WRITE_KEY,
        event: event.parse(started({ user: 'u1' })),
        at: START,
        sentAt: START,
        receivedAt: START,
        bot: false,
      },
    ])
    await store.close()
    await store.close()
    expect(await kept).toEqual([true])
    expect(await countUsers(file)).toBe(1)
  })

  it('has every event that was accepted before the process was killed', async () => {
    const file = join(tempFolder(), 'events.db')
    const { child, url } = await startChild(file)
    let accepted = 0
    let sent = 0
    const sender = async (): Promise<void> => {
      for (;;) {
        const body = batch([started({ user: `u${(sent += 1)}` })])
        const answer = await fetch(url, { method: 'POST', body }).catch(() => undefined)
        if (answer?.status !== 200) return
        accepted += 1
        // In the middle of the others' requests.
        if (accepted === 300) child.kill('SIGKILL')
      }
    }
    await Promise.all(Array.from({ length: 20 }, sender))
    expect(accepted).toBeGreaterThanOrEqual(300)
    expect(await countUsers(file)).toBeGreaterThanOrEqual(accepted)
  }, 30_000)

  it('that is not a database is named, with what to do', () => {
    const file = join(tempFolder(), 'events.db')
    writeFileSync(file, 'hello, I am a text file that somebody wrote. '.repeat(50))
    expect(() => createSqliteStore(file)).toThrow(/events\.db cannot be written .* another file/)
  })

  it('in a place that is no folder is named', () => {
    const notAFolder = join(tempFolder(), 'file')
    writeFileSync(notAFolder, '')
    expect(() => createSqliteStore(join(notAFolder, 'events.db'))).toThrow(/cannot be written/)
  })
})
