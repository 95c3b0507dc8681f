import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startStack, type Stack } from '../demo/start-stack.ts'
import { customerEvents } from './customer-events.ts'
import { CUSTOMERS } from './customers.ts'

/** A Tuesday morning, ten o'clock in Tokyo: where the clock of all pictures stands. */
export const NOW = Date.UTC(2026, 10, 24, 1)

/** The write key of the example, as its page carries it. */
const KEY = 'pk_live_example'

/**
 * The example with its collector on free ports, in which two weeks of invented customers have
 * reported and the clock stands. Its data is gone when it stops.
 */
export async function startDemoWorld(): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'firstwin-pictures-'))
  const stack = await startStack({ dataDir, appPort: 0, collectorPort: 0, smtpPort: 0 })
  const stop = async (): Promise<void> => {
    await stack.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    stack.clock.freeze(NOW)
    await reportCustomers(stack.collectorUrl)
    return { ...stack, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Through the front door, as an SDK with the same clock would. */
async function reportCustomers(collectorUrl: string): Promise<void> {
  const batch = CUSTOMERS.flatMap((customer) => customerEvents(customer, NOW))
  const body = JSON.stringify({ writeKey: KEY, sentAt: new Date(NOW).toISOString(), batch })
  const headers = { 'content-type': 'text/plain;charset=UTF-8' }
  const response = await fetch(`${collectorUrl}/v1/batch`, { method: 'POST', headers, body })
  const answer = await response.text()
  if (!response.ok || !answer.includes('"rejected":[]')) {
    throw new Error(`The collector did not take the demo data (${response.status}): ${answer}`)
  }
}
