import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorld } from '../test/fake-world.ts'
import { startReceiver } from '../test/receiver.ts'
import { createClient } from './client.ts'

const CHILD = fileURLToPath(new URL('../test/child.ts', import.meta.url))

function startChild(url: string, folder: string, mode: string): ChildProcess {
  const child = spawn(
    process.execPath,
    ['--conditions=@firstwin/source', CHILD, url, folder, mode],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Kills it once it has been promised so many events. Gives back all that it was promised. */
async function killAfter(child: ChildProcess, count: number): Promise<string[]> {
  const promised: string[] = []
  if (!child.stdout) throw new Error('It has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    promised.push(line)
    if (promised.length === count) child.kill('SIGKILL')
  }
  return promised
}

describe('a process that is killed', () => {
  it('loses nothing that track() promised, beside another one in its folder', async () => {
    const { folder } = createWorld()
    const { names, url } = await startReceiver((outgoing) => outgoing.end('{"accepted":1}'))
    const rounds = [1, 7, 40, 90, 160, 230].map((count) =>
      killAfter(startChild(url, folder, 'forever'), count),
    )
    const promised = (await Promise.all(rounds)).flat()
    const next = createClient({ endpoint: url, key: 'pk_test', folder })
    expect(await next.flush()).toBe(true)
    await next.close()
    expect(promised.filter((name) => !names.includes(name))).toEqual([])
    expect(promised.length).toBeGreaterThan(500)
  }, 60_000)
})

describe('a process that has nothing more to do', () => {
  it('ends, though the endpoint never answers; the next one sends', async () => {
    const { folder } = createWorld()
    const asked = Promise.withResolvers<undefined>()
    const silent = await startReceiver(() => asked.resolve(undefined))
    const child = startChild(silent.url, folder, 'once')
    await asked.promise
    const ended = once(child, 'exit')
    child.stdin?.end()
    // Its request would end by itself, after ten seconds.
    expect(await Promise.race([ended, wait(5_000, 'it lives')])).toEqual([0, null])
    const { names, url } = await startReceiver((outgoing) => outgoing.end('{"accepted":1}'))
    const next = createClient({ endpoint: url, key: 'pk_test', folder })
    expect(await next.flush()).toBe(true)
    await next.close()
    expect(names).toHaveLength(1)
  }, 30_000)
})
