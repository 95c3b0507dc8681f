import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { reasonOf } from '../../errors.ts'
import { pickWins, type Asked } from '../../results/ask.ts'
import { results } from '../../results/results.ts'
import type { Evidence } from '../event-store.ts'
import { isAsideOrder, type AsideOrder } from './aside-order.ts'
import { readBaseline } from './read-baseline.ts'
import { createReadEvidence } from './read-evidence.ts'
import { readSimilar } from './read-similar.ts'

/** It is never given another one. */
const LOCK_WAIT_MS = 1_000

if (parentPort && typeof workerData === 'string') {
  const port = parentPort
  const database = new DatabaseSync(workerData, { readOnly: true })
  database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`)
  const read = createReadEvidence(database)

  const evidenceOf = ({ writeKey, journey, bots = false }: Asked): Evidence =>
    read.evidence(writeKey, journey, { bots })

  const answer = ({ task, asked }: AsideOrder): unknown => {
    switch (task) {
      case 'results':
        return results(evidenceOf(asked), asked.question)
      case 'wins':
        return pickWins(evidenceOf(asked), asked)
      case 'baseline':
        return readBaseline(database, asked.writeKey, asked.journey)
      case 'similar':
        return readSimilar(database, asked)
    }
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
