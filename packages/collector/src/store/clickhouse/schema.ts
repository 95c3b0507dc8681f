import { literal } from './literal.ts'
import type { Dialect } from './dialect.ts'
import type { Address } from './parse-address.ts'

/** What the statements of a schema depend on. */
export interface Place extends Pick<Address, 'database' | 'cluster'> {
  readonly dialect: Dialect
}

export const TABLES = ['events', 'facts'] as const

export type Table = (typeof TABLES)[number]

interface Definition {
  readonly columns: (dialect: Dialect) => readonly string[]
  readonly order: string
  readonly partition?: string
  /** Rows of one person stay together. */
  readonly shard: string
}

/**
 * `events` is the truth: a row for each event, the one that arrived first where an event came
 * twice. It is parted by the day of arrival, because old days are dropped as a whole, and sorted by the id,
 * which begins with the time: looking for ids that came lately reads little.
 *
 * `facts` is what results are made of: for each thing that is known of an owner, the row with the
 * highest rank, which is its earliest or its latest (see `to-facts.ts`). Neither the order in
 * which rows arrive nor a repeated one can change which that is. A rank has room for a time, not for an
 * id beside it: of what must be told apart within a millisecond by the whole of a text, that text
 * stands in the key as `tie`, and such rows never replace one another. A `slot` is a hash of the owner
 * (see `slot.ts`): a range of slots is some people as a whole, and read without the others.
 *
 * There is no materialised view between them: where an insert into the first is repeated, and so
 * ignored, servers do not feed the second, and a failure between the two would lose a fact for good.
 */
const DEFINITIONS: Readonly<Record<Table, Definition>> = {
  events: {
    columns: ({ modern }) => [
      `write_key ${word(modern)}`,
      `message_id String${codec(modern, 'ZSTD(1)')}`,
      `type ${word(modern)}`,
      `name ${word(modern)}`,
      `journey ${word(modern)}`,
      `subject ${word(modern)}`,
      `actor String${codec(modern, 'ZSTD(1)')}`,
      `anonymous_id String${codec(modern, 'ZSTD(1)')}`,
      `at Int64${codec(modern, 'Delta, ZSTD(1)')}`,
      `device_at Int64${codec(modern, 'Delta, ZSTD(1)')}`,
      `device_sent_at Int64${codec(modern, 'Delta, ZSTD(1)')}`,
      `received_at Int64${codec(modern, 'Delta, ZSTD(1)')}`,
      `received_day Date`,
      `bot UInt8`,
      `rank UInt64${codec(modern, 'Delta, ZSTD(1)')}`,
      `body String${codec(modern, 'ZSTD(3)')}`,
    ],
    order: 'write_key, message_id',
    partition: 'received_day',
    shard: 'cityHash64(write_key, actor)',
  },
  facts: {
    columns: ({ modern }) => [
      `write_key ${word(modern)}`,
      `kind ${word(modern)}`,
      `journey ${word(modern)}`,
      `slot UInt16`,
      `owner String${codec(modern, 'ZSTD(1)')}`,
      `name String${codec(modern, 'ZSTD(1)')}`,
      `bot UInt8`,
      `tie String${codec(modern, 'ZSTD(1)')}`,
      `rank UInt64`,
      `value String${codec(modern, 'ZSTD(3)')}`,
    ],
    order: 'write_key, kind, journey, slot, owner, name, bot, tie',
    shard: 'cityHash64(write_key, owner)',
  },
}

/** The table that is asked and inserted into: all shards of it. */
export function tableName({ database }: Pick<Place, 'database'>, table: Table): string {
  return `${quoted(database)}.${table}`
}

/** The table that holds rows: the shard's own part. */
export function localName({ database, cluster }: Place, table: Table): string {
  return `${quoted(database)}.${cluster === undefined ? table : `${table}_local`}`
}

/** Where a statement that changes tables holds: empty without a cluster. */
export function onCluster({ cluster }: Pick<Place, 'cluster'>): string {
  return cluster === undefined ? '' : ` ON CLUSTER ${quoted(cluster)}`
}

/** Each may be run again, and by several collectors at once. */
export function createTables(place: Place): string[] {
  const local = TABLES.map((table) => createLocal(place, table))
  if (place.cluster === undefined) return local
  return [...local, ...TABLES.map((table) => createDistributed(place, table))]
}

function createLocal(place: Place, table: Table): string {
  const { columns, order, partition } = DEFINITIONS[table]
  return `CREATE TABLE IF NOT EXISTS ${localName(place, table)}${onCluster(place)}
    (${columns(place.dialect).join(', ')})
    ENGINE = ${engine(place, { name: table, rank: 'rank' })}
    ${partition === undefined ? '' : `PARTITION BY ${partition}`}
    ORDER BY (${order})${settings(place)}`
}

/**
 * `{shard}` and `{replica}` are macros of the servers.
 *
 * @see https://clickhouse.com/docs/engines/table-engines/mergetree-family/replication
 */
export function engine(
  { cluster, database }: Place,
  { name, rank, everywhere = false }: { name: string; rank: string; everywhere?: boolean },
): string {
  if (cluster === undefined) return `ReplacingMergeTree(${rank})`
  const path = `/clickhouse/tables/${everywhere ? 'all' : '{shard}'}/${database}/${name}`
  const replica = everywhere ? '{shard}-{replica}' : '{replica}'
  return `ReplicatedReplacingMergeTree('${path}', '${replica}', ${rank})`
}

function createDistributed(place: Place, table: Table): string {
  const { shard, columns } = DEFINITIONS[table]
  const where = [place.cluster ?? '', place.database, `${table}_local`].map(literal)
  return `CREATE TABLE IF NOT EXISTS ${tableName(place, table)}${onCluster(place)}
    (${columns({ ...place.dialect, modern: false }).join(', ')})
    ENGINE = Distributed(${where.join(', ')}, ${shard})`
}

/**
 * What was erased is in the servers' files for so long, in seconds, and then until they look for
 * such files, which they would else do every five minutes. Theirs would be eight minutes.
 */
const OLD_PARTS_S = 60

/** Servers answer before what they wrote has reached the disk, unless told otherwise. */
function settings({ cluster, dialect }: Place): string {
  const kept = ` SETTINGS index_granularity = 8192, old_parts_lifetime = ${OLD_PARTS_S}`
  if (!dialect.modern) return kept
  const own = cluster === undefined ? ', non_replicated_deduplication_window = 1000' : ''
  const tidy = dialect.tidies ? `, max_cleanup_delay_period = ${OLD_PARTS_S}` : ''
  return `${kept}, fsync_after_insert = 1, fsync_part_directory = 1${tidy}${own}`
}

function word(modern: boolean): string {
  return modern ? 'LowCardinality(String)' : 'String'
}

function codec(modern: boolean, name: string): string {
  return modern ? ` CODEC(${name})` : ''
}

export function quoted(name: string): string {
  return `\`${name}\``
}
