import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { reasonOf } from '../../errors.ts'
import { pickWins } from '../../results/ask.ts'
import { results } from '../../results/results.ts'
import { isAsideOrder, type AsideOrder } from './aside-order.ts'
import { createReadEvidence } from './read-evidence.ts'

/** It is never given another one. */
const LOCK_WAIT_MS = 1_000

if (parentPort && typeof workerData === 'string') {
  const port = parentPort
  const database = new DatabaseSync(workerData, { readOnly: true })
  database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`)
  const read = createReadEvidence(database)

  const answer = ({ task, asked }: AsideOrder): unknown => {
    const found = read.evidence(asked.writeKey, asked.journey, { bots: asked.bots ?? false })
    return task === 'results' ? results(found, asked.question) : pickWins(found, asked)
  }

  port.on('message', (order: unknown) => {
    if (!isAsideOrder(order)) return
    const { id } = order
    try {
      port.postMessage({ id, answer: answer(order) })
    } catch (error) {
      port.postMessage({ id, problem: reasonOf(error) })
    }
  })
}
