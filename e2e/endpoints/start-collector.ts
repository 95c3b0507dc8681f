import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { NODE, ROOT } from '../../scripts/prepare/root.js'

const KEY = 'pk_1'
const SECRET = 'sk_0123456789abcdef'

/** Our own collector, for pages of one origin, in a process of its own. */
export interface TestCollector {
  readonly url: string
  readonly key: string
  /** The names of the events that it has of a user. */
  eventsOf: (userId: string) => Promise<readonly string[]>
  stop: () => void
}

export async function startCollector(origin: string): Promise<TestCollector> {
  const child = fork(join(ROOT, 'e2e/endpoints/collector-process.ts'), [origin, KEY, SECRET], {
    execPath: NODE,
    execArgv: ['--conditions=@firstwin/source', '--disable-warning=ExperimentalWarning'],
  })
  const [port] = (await once(child, 'message')) as [number]
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    key: KEY,
    async eventsOf(userId) {
      const headers = { authorization: `Bearer ${SECRET}` }
      const answer = await fetch(`${url}/v1/users/${userId}/export`, { headers })
      const lines = (await answer.text()).split('\n').filter((line) => line.includes('"event":'))
      return lines.map((line) => (JSON.parse(line) as { event: { event: string } }).event.event)
    },
    stop: () => void child.kill(),
  }
}
