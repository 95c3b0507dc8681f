import { CollectorSetupError } from '../../errors.ts'
import type { Client } from './client.ts'
import { literal } from './literal.ts'
import type { Address } from './parse-address.ts'
import { numberIn } from './row.ts'

/**
 * How many replicas must have an event before it is answered: more than half of them, so that one
 * that is lost takes nothing with it. Of two that is both: while one is down nothing is taken, and
 * devices keep what they have. Who would rather take the risk writes `quorum=1`.
 *
 * @throws {CollectorSetupError} If there is no such cluster, or it has fewer replicas than asked for.
 */
export async function findQuorum(client: Client, address: Address): Promise<number> {
  const { cluster, quorum } = address
  if (cluster === undefined) return 1
  const [row = {}] = await client.rows(
    `SELECT min(n) AS replicas FROM (SELECT shard_num, count() AS n FROM system.clusters
     WHERE cluster = ${literal(cluster)} GROUP BY shard_num)`,
  )
  const replicas = numberIn(row, 'replicas')
  if (replicas === 0) {
    throw new CollectorSetupError(
      `The servers of ClickHouse know no cluster "${cluster}": see remote_servers in their ` +
        'configuration, or leave out cluster= for a single server.',
    )
  }
  if (quorum !== undefined && quorum > replicas) {
    throw new CollectorSetupError(
      `quorum=${quorum} is asked for, but a shard of "${cluster}" has ${replicas} replicas.`,
    )
  }
  return quorum ?? Math.floor(replicas / 2) + 1
}
