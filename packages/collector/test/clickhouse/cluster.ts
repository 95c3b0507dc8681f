import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The binary of Debian's `clickhouse-server`, and the classes of its `zookeeper`. */
const CLICKHOUSE = '/usr/sbin/clickhouse-server'
const ZOOKEEPER = ['/etc/zookeeper/conf', '/usr/share/java/zookeeper.jar', '/usr/share/java/*']

export const CLUSTER = 'main'

export interface ClusterShape {
  readonly shards: number
  readonly replicas: number
}

export interface Cluster {
  /** Of all servers, or of those that are named. */
  address: (options?: AddressOptions) => string
  /** Ends a server without a chance to tidy up. */
  kill: (shard: number, replica: number) => Promise<void>
  /** Starts one that was killed. Resolves when it answers. */
  start: (shard: number, replica: number) => Promise<void>
  /** The folder of a server's files. */
  folderOf: (shard: number, replica: number) => string
  stop: () => Promise<void>
}

export interface AddressOptions {
  readonly database?: string
  /** Behind the name of the cluster: `&wait=1`. */
  readonly more?: string
  readonly servers?: readonly (readonly [shard: number, replica: number])[]
}

interface Member {
  readonly shard: number
  readonly replica: number
  readonly folder: string
  readonly http: number
  readonly tcp: number
  readonly interserver: number
  process: ChildProcess | undefined
}

/**
 * Starts shards of replicas, and the ZooKeeper that they need, on free ports of this machine. All
 * of it lives in a temporary folder and ends with `stop()`.
 */
export async function startCluster({ shards, replicas }: ClusterShape): Promise<Cluster> {
  const root = mkdtempSync(join(tmpdir(), 'firstwin-clickhouse-'))
  const keeperPort = await freePort()
  const keeper = startKeeper(root, keeperPort)
  const members: Member[] = []
  for (let shard = 1; shard <= shards; shard += 1) {
    for (let replica = 1; replica <= replicas; replica += 1) {
      const folder = join(root, `s${shard}r${replica}`)
      const [http, tcp, interserver] = [await freePort(), await freePort(), await freePort()]
      members.push({ shard, replica, folder, http, tcp, interserver, process: undefined })
    }
  }
  for (const member of members) configure(member, members, keeperPort)
  await untilOpen(keeperPort)

  const find = (shard: number, replica: number): Member => {
    const found = members.find((one) => one.shard === shard && one.replica === replica)
    if (!found) throw new Error(`There is no replica ${replica} of shard ${shard}.`)
    return found
  }
  function address({ database = 'firstwin', more = '', servers }: AddressOptions = {}): string {
    const some = servers?.map(([shard, replica]) => find(shard, replica)) ?? members
    const hosts = some.map(({ http }) => `127.0.0.1:${http}`).join(',')
    return `clickhouse://${hosts}/${database}?cluster=${CLUSTER}${more}`
  }
  async function stop(): Promise<void> {
    await Promise.all([...members.map(({ process }) => process), keeper].map(end))
    rmSync(root, { recursive: true, force: true })
  }

  try {
    await Promise.all(members.map(startMember))
  } catch (error) {
    await stop()
    throw error
  }
  return {
    address,
    kill: (shard, replica) => end(find(shard, replica).process),
    start: (shard, replica) => startMember(find(shard, replica)),
    folderOf: (shard, replica) => find(shard, replica).folder,
    stop,
  }
}

function startKeeper(root: string, port: number): ChildProcess {
  const folder = join(root, 'keeper')
  mkdirSync(folder)
  const file = join(folder, 'zoo.cfg')
  writeFileSync(
    file,
    [
      `dataDir=${folder}`,
      `clientPort=${port}`,
      'clientPortAddress=127.0.0.1',
      'tickTime=1000',
      'maxClientCnxns=0',
      'admin.enableServer=false',
    ].join('\n'),
  )
  const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain'
  const options = ['-Xmx512m', '-cp', ZOOKEEPER.join(':'), main, file]
  return spawn('java', options, { stdio: 'ignore' })
}

async function startMember(member: Member): Promise<void> {
  const config = join(member.folder, 'config.xml')
  member.process = spawn(CLICKHOUSE, [`--config-file=${config}`], { stdio: 'ignore' })
  await untilAnswers(member)
}

async function untilAnswers({ http, folder }: Member): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    const response = await fetch(`http://127.0.0.1:${http}/`).catch(() => undefined)
    if (response?.ok) return
    await sleep(100)
  }
  throw new Error(`ClickHouse does not answer. See ${folder}.`)
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

function configure(member: Member, members: readonly Member[], keeperPort: number): void {
  const { folder, shard, replica } = member
  mkdirSync(folder)
  writeFileSync(join(folder, 'users.xml'), USERS)
  writeFileSync(
    join(folder, 'config.xml'),
    `<yandex>
      <logger><level>warning</level><log>${folder}/server.log</log>
        <errorlog>${folder}/error.log</errorlog></logger>
      <http_port>${member.http}</http_port><tcp_port>${member.tcp}</tcp_port>
      <interserver_http_port>${member.interserver}</interserver_http_port>
      <interserver_http_host>127.0.0.1</interserver_http_host>
      <listen_host>127.0.0.1</listen_host>
      <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
      <users_config>${folder}/users.xml</users_config>
      <default_profile>default</default_profile><default_database>default</default_database>
      <mark_cache_size>268435456</mark_cache_size>
      <max_concurrent_queries>200</max_concurrent_queries>
      <remote_servers><${CLUSTER}>${shardsOf(members)}</${CLUSTER}></remote_servers>
      <zookeeper><node><host>127.0.0.1</host><port>${keeperPort}</port></node>
        <session_timeout_ms>6000</session_timeout_ms></zookeeper>
      <macros><shard>${shard}</shard><replica>${replica}</replica></macros>
      <distributed_ddl><path>/clickhouse/task_queue/ddl</path></distributed_ddl>
    </yandex>`,
  )
}

function shardsOf(members: readonly Member[]): string {
  const shards = new Set(members.map(({ shard }) => shard))
  return [...shards]
    .map((shard) => {
      const replicas = members
        .filter((member) => member.shard === shard)
        .map(({ tcp }) => `<replica><host>127.0.0.1</host><port>${tcp}</port></replica>`)
      const replicated = '<internal_replication>true</internal_replication>'
      return `<shard>${replicated}${replicas.join('')}</shard>`
    })
    .join('')
}

const USERS = `<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default></profiles>
  <users><default><password></password><networks><ip>127.0.0.1</ip></networks>
    <profile>default</profile><quota>default</quota></default></users>
  <quotas><default></default></quotas>
</yandex>`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function untilOpen(port: number): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    if (await isOpen(port)) return
    await sleep(100)
  }
  throw new Error('ZooKeeper does not answer.')
}

async function isOpen(port: number): Promise<boolean> {
  const { connect } = await import('node:net')
  const socket = connect(port, '127.0.0.1')
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  }).then((open) => {
    socket.destroy()
    return open === true
  })
}
