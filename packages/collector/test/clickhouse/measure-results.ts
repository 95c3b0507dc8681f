import { createAsk } from '../../src/results/ask.ts'
import { results } from '../../src/results/results.ts'
import { openClickHouseStore } from '../../src/store/clickhouse/clickhouse-store.ts'
import { createClient, type Client } from '../../src/store/clickhouse/client.ts'
import { parseAddress } from '../../src/store/clickhouse/parse-address.ts'
import { startChdb } from './chdb.ts'

/**
 * Measures what the results of a large journey cost a collector on the current ClickHouse: page by
 * page, or with `whole` from all milestones at once; then what the latest wins cost. Five milestones a person, of which the first is
 * that of a device in every third case; two traits each; half of them reach the win.
 *
 *     node --conditions=@firstwin/source packages/collector/test/clickhouse/measure-results.ts [milestones] [whole]
 */
const COUNT = Number(process.argv[2] ?? 3_000_000)
const WHOLE = process.argv[3] === 'whole'
const PEOPLE = Math.ceil(COUNT / 5)
const KEY = 'pk_live_3fd9a1c07be24d55'
const JOURNEY = 'mail-tool'
const START = Date.UTC(2026, 10, 22)

const USER = 'lower(hex(cityHash64(number)))'
const RANK = `18446744073709551615 - toUInt64(at) * 1048576`

interface Facts {
  readonly kind: string
  readonly journey?: string
  readonly owner: string
  /** `name`, `bot`, `tie`, `rank` and `value`. */
  readonly more: string
}

/** One of each person. Slots as `slot.ts` has them. */
async function insert(client: Client, { kind, journey = '', owner, more }: Facts): Promise<void> {
  await client.run({
    sql: `INSERT INTO firstwin.facts (write_key, kind, journey, slot, owner, name, bot, tie, rank, value)
      SELECT '${KEY}', '${kind}', '${journey}', CRC32(who) % 65536, ${owner} AS who, ${more}
      FROM numbers(${PEOPLE})`,
  })
}

async function fill(client: Client): Promise<void> {
  const [user, device] = [`concat('u:', ${USER})`, `concat('a:', ${USER})`]
  const stops = ['started', 'task', 'task', 'task', 'win']
  for (const [index, kind] of stops.entries()) {
    const at = `${START} + number % 600000 + ${index} * (number % 977) * 1000 AS at`
    const subject = kind === 'task' ? `t${index}` : kind === 'win' ? 'w' : ''
    const name = JSON.stringify([kind, kind === 'win' ? '' : 'p', subject])
    const tier = kind === 'win' ? '"aha","trait:contractedAt",372000' : 'null,null,null'
    const owner = index === 0 ? `if(number % 3 = 0, ${device}, ${user})` : user
    const bot = kind === 'win' ? 'if(number % 2 = 0, 0, 1)' : '0'
    const more = `'${name}', ${bot}, lower(hex(cityHash64(number, ${index}))),
      (${RANK}) AS rank, concat('[', toString(${at}), ',${tier}]')`
    await insert(client, { kind: 'milestone', journey: JOURNEY, owner, more })
  }
  const link = `'', 0, ${USER}, 18446744073709551615 - ${START}, ''`
  await insert(client, { kind: 'link', owner: device, more: link })
  const contracted = new Date(START - 1_000).toISOString()
  const traits = { contractedAt: `'"${contracted}"'`, name: `concat('"', ${USER}, '"')` }
  for (const [name, value] of Object.entries(traits)) {
    await insert(client, { kind: 'trait', owner: user, more: `'${name}', 0, '', 1, ${value}` })
  }
}

let peak = 0
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 50)
const server = await startChdb()
try {
  const address = server.address('firstwin')
  const store = await openClickHouseStore(address)
  await fill(createClient({ address: parseAddress(address) }))
  const asked = { writeKey: KEY, journey: JOURNEY, bots: false }
  const question = { id: JOURNEY, now: START + 864e5, journey: undefined }
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  const found = WHOLE
    ? results(await store.evidence(KEY, JOURNEY), question)
    : await createAsk(store).results({ ...asked, question })
  const { user, system } = process.cpuUsage(cpu)
  const [tier] = found.tiers
  process.stdout.write(
    `${COUNT} milestones${WHOLE ? ', whole' : ''}: ${tier?.started} people, ${tier?.reached} reached, ` +
      `median ${tier?.median?.ms} ms; ${Math.round((performance.now() - from) / 100) / 10} s, ` +
      `${Math.round((user + system) / 1e5) / 10} CPU seconds, at most ${Math.round(peak / 2 ** 20)} MB\n`,
  )
  const ask = createAsk(store)
  const before = performance.now()
  const wins = await ask.wins({ ...asked, limit: 100 })
  const latest = performance.now()
  const some = await ask.wins({ ...asked, ids: wins.slice(0, 10).map(({ id }) => id) })
  process.stdout.write(
    `the latest ${wins.length} wins in ${Math.round(latest - before)} ms, ` +
      `${some.length} by their ids in ${Math.round(performance.now() - latest)} ms\n`,
  )
  await store.close()
} finally {
  clearInterval(watch)
  await server.stop()
}
