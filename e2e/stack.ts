import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NODE, ROOT } from '../scripts/prepare/root.js'
import type { StackAnswer, StackRequest } from './stack-process.ts'
import type { StoredEvent } from './stored-events.ts'

/** The example with its collector, in a process of its own, on free ports and an empty folder. */
export interface TestStack {
  appUrl: string
  collectorUrl: string
  /** Milliseconds since 1970, as example, SDK and collector see them. */
  now: () => Promise<number>
  /** Moves the time of all three forward. */
  moveClock: (ms: number) => Promise<void>
  /** What the results screen is drawn from. */
  results: () => Promise<Record<string, unknown>>
  /** What the collector has on disk of this customer's devices, in the order of arrival. */
  eventsOf: (name: string) => Promise<readonly StoredEvent[]>
  stop: () => Promise<void>
}

export async function startStack(): Promise<TestStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstwin-e2e-'))
  const child = fork(join(ROOT, 'e2e/stack-process.ts'), [dataDir], {
    cwd: ROOT,
    execPath: NODE,
    execArgv: ['--conditions=@firstwin/source', '--disable-warning=ExperimentalWarning'],
  })
  const { appUrl, collectorUrl } = await ask(child, { do: 'start' })
  return {
    appUrl,
    collectorUrl,
    now: async () => (await ask(child, { do: 'move', ms: 0 })).now,
    moveClock: async (ms) => {
      await ask(child, { do: 'move', ms })
    },
    results: () => getResults(collectorUrl),
    eventsOf: async (name) => (await ask(child, { do: 'events', name })).events,
    stop: async () => {
      const ended = new Promise((resolve) => {
        child.once('close', resolve)
      })
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function getResults(collectorUrl: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${collectorUrl}/v1/results?journey=mail-tool`)
  const text = await response.text()
  if (!response.ok) throw new Error(`The collector answered ${response.status}: ${text}`)
  return JSON.parse(text) as Record<string, unknown>
}

/** One request, one answer. Rejects if the process ends instead. */
function ask(child: ChildProcess, request: StackRequest): Promise<StackAnswer> {
  return new Promise((resolve, reject) => {
    const onEnd = (code: number | null): void => reject(new Error(`The stack ended with ${code}.`))
    child.once('close', onEnd)
    child.once('message', (answer) => {
      child.off('close', onEnd)
      resolve(answer as StackAnswer)
    })
    child.send(request)
  })
}
