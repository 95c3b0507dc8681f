import { join } from 'node:path'
import { createCollector, createSqliteStore, serve } from '@firstwin/collector'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createWorld } from '../test/fake-world.ts'
import { createClient } from './client.ts'
import { post, type Post } from './send/post.ts'

const SECRET = 'sk_0123456789abcdef'

/** A collector that enforces identity, on a file; stopped and started on the same port. */
async function startCollector(folder: string) {
  const secrets = ['0123456789abcdef0123456789abcdef']
  const open = (port: number) => {
    const store = createSqliteStore(join(folder, 'events.sqlite'))
    const keys = [{ key: 'pk_test', origins: '*' as const, secret: SECRET }]
    return serve(createCollector({ store, keys, identity: { mode: 'enforce', secrets } }), { port })
  }
  let server = await open(0)
  const { port, url } = server
  onTestFinished(() => server.close())
  return {
    endpoint: `${url}/v1/batch`,
    stop: () => server.close(),
    start: async () => void (server = await open(port)),
    async stored(): Promise<string[]> {
      const headers = { authorization: `Bearer ${SECRET}` }
      const text = await (await fetch(`${url}/v1/users/u_1/export`, { headers })).text()
      const things = text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      return things.filter(({ kind }) => kind === 'event').map(({ event }) => event.event)
    },
  }
}

describe('before the real collector', () => {
  it('has every event counted once, through lost answers and a restart', async () => {
    const { folder } = createWorld()
    const collector = await startCollector(folder)
    const clock = { now: Date.now() }
    let answers = 0
    const forgetful: Post = async (url, body) => {
      const answer = await post(url, body)
      answers += 1
      if (answers % 2 === 1) throw new Error('The answer was lost.')
      return answer
    }
    const client = createClient(
      { ...collector, key: SECRET, folder: join(folder, 'queue'), onWarning: () => undefined },
      { post: forgetful, now: () => clock.now, schedule: () => () => undefined },
    )
    const names = Array.from({ length: 250 }, (_, index) => `event-${index}`)
    await Promise.all(names.map((event) => client.track({ userId: 'u_1', event })))
    await client.flush()
    await collector.stop()
    clock.now += 120_000
    await client.flush()
    await collector.start()
    for (let tries = 0; tries < 10; tries += 1) {
      clock.now += 120_000
      if (await client.flush()) break
    }
    await client.close()
    expect((await collector.stored()).toSorted()).toEqual(names.toSorted())
  })
})
