import { join } from 'node:path'
import { startStack } from '../scripts/demo/start-stack.ts'
import { createReadEvents, type StoredEvent } from './stored-events.ts'

/* Run by stack.ts as a process of its own. Answers each message with one. */

export type StackRequest =
  | { do: 'start' }
  | { do: 'move'; ms: number }
  | { do: 'events'; name: string }

export interface StackAnswer {
  appUrl: string
  collectorUrl: string
  now: number
  events: readonly StoredEvent[]
}

const [dataDir = ''] = process.argv.slice(2)
const stack = await startStack({
  dataDir,
  appPort: 0,
  collectorPort: 0,
  smtpPort: 0,
  host: '127.0.0.1',
})
const readEvents = createReadEvents(join(dataDir, 'events.sqlite'))

process.on('message', (request: StackRequest) => {
  if (request.do === 'move') stack.clock.move(request.ms)
  const { appUrl, collectorUrl } = stack
  const events = request.do === 'events' ? readEvents(request.name) : []
  const answer: StackAnswer = { appUrl, collectorUrl, now: stack.clock.now(), events }
  process.send?.(answer)
})

const stop = async (): Promise<void> => {
  await stack.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
// The tests are gone: so are we.
process.on('disconnect', () => void stop())
