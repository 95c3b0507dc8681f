import { CollectorSetupError } from '../../errors.ts'

/** Where a ClickHouse is, and how we use it. */
export interface Address {
  /** Without a slash at the end. Asked one after another until one answers. Never empty. */
  readonly hosts: readonly string[]
  readonly user: string
  readonly password: string
  readonly database: string
  /** The name of the cluster in the servers' `remote_servers`. Without one there is one server. */
  readonly cluster: string | undefined
  /** How many replicas have an event before it is answered. Left out, it follows their number. */
  readonly quorum: number | undefined
  /** How long events wait for others to share an insert with, in ms. */
  readonly waitMs: number
}

const PARTS = /^clickhouse(s?):\/\/(?:([^@/?]*)@)?([^@/?]+)(?:\/([^?]*))?(?:\?(.*))?$/
const NAME = /^[a-z_][\w-]*$/i
const KNOWN = ['cluster', 'quorum', 'wait']
const MAX_WAIT_MS = 10_000

/** ClickHouse wants few large inserts: about one a second from each sender. */
const DEFAULT_WAIT_MS = 500

export function isClickHouseAddress(address: string): boolean {
  return /^clickhouses?:/.test(address)
}

/**
 * Reads `clickhouse://user:password@host:8123,other:8123/database?cluster=name`. Several hosts are
 * servers of one cluster. User and password are percent-encoded. Beside `cluster` there are
 * `quorum` and `wait` (ms). `clickhouses:` speaks HTTPS.
 *
 * @throws {CollectorSetupError} If it is not one. The message never contains the password.
 */
export function parseAddress(text: string): Address {
  const [, tls, login = '', hosts = '', database = '', query = ''] = PARTS.exec(text) ?? wrong()
  const options = new URLSearchParams(query)
  checkKnown(options)
  const [user = '', ...password] = login.split(':')
  return {
    hosts: hosts.split(',').map((host) => toOrigin(host, tls === 's')),
    user: decode(user) || 'default',
    password: decode(password.join(':')),
    database: nameOf('database', database || 'firstwin'),
    cluster: options.has('cluster') ? nameOf('cluster', options.get('cluster') ?? '') : undefined,
    quorum: numberOf(options, { name: 'quorum', least: 1, most: 100 }),
    waitMs: numberOf(options, { name: 'wait', least: 0, most: MAX_WAIT_MS }) ?? DEFAULT_WAIT_MS,
  }
}

function checkKnown(options: URLSearchParams): void {
  const unknown = [...options.keys()].find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) {
    wrong(`"${unknown}" is no option of it: there are ${KNOWN.join(', ')}.`)
  }
}

function toOrigin(host: string, secure: boolean): string {
  const hasPort = /:\d+$/.test(host)
  const port = secure ? 8443 : 8123
  const origin = `${secure ? 'https' : 'http'}://${host}${hasPort ? '' : `:${port}`}`
  return URL.canParse(origin) ? origin : wrong(`"${host}" is no host.`)
}

function nameOf(what: string, name: string): string {
  return NAME.test(name) ? name : wrong(`A ${what} is named by letters, digits, _ and -.`)
}

function numberOf(
  options: URLSearchParams,
  { name, least, most }: { name: string; least: number; most: number },
): number | undefined {
  const text = options.get(name)
  if (text === null) return undefined
  const value = Number(text)
  const fits = /^\d+$/.test(text) && value >= least && value <= most
  return fits ? value : wrong(`"${name}" is a number from ${least} to ${most}.`)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return wrong('User or password has a % that is not one: write it as %25.')
  }
}

function wrong(reason = 'It is not an address at all.'): never {
  throw new CollectorSetupError(
    `The address of ClickHouse cannot be used. ${reason} It is written like ` +
      'clickhouse://user:password@host:8123/database?cluster=name',
  )
}
