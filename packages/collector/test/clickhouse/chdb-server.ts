import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

/**
 * ClickHouse's current engine in a process of ours, spoken to as its server is: over HTTP, as far as
 * the store speaks it. `chdb` is looked for in the folder that the second argument names. Says its
 * port once it listens.
 */
const [, , data = '', modules = ''] = process.argv

interface Session {
  query: (sql: string, format?: string) => string
}

const require = createRequire(`${modules}/package.json`)
const chdb: { Session: new (path: string) => Session } = require('chdb')
const session = new chdb.Session(data)

/** Parameters of the HTTP interface that are no settings of the engine. */
const OWN = new Set(['query', 'wait_end_of_query'])

const server = createServer((request, response) => void respond(request, response))

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, answered, code } = await answer(request)
  response.writeHead(status, code === undefined ? {} : { 'x-clickhouse-exception-code': code })
  response.end(answered)
}

async function answer(request: IncomingMessage) {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const body = await text(request)
  const query = searchParams.get('query')
  const sql = query === null ? body : `${query}\n${body}`
  try {
    const settings = [...searchParams].filter(([name]) => !OWN.has(name))
    const values = settings.map(
      ([name, value]) => `${name} = ${/^\d+$/.test(value) ? value : `'${value}'`}`,
    )
    // One after another: the engine has one session, and the settings are the session's.
    if (values.length > 0) session.query(`SET ${values.join(', ')}`)
    return { status: 200, answered: session.query(sql, 'JSONEachRow') }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { status: 500, answered: reason, code: /Code: (\d+)/.exec(reason)?.[1] }
  }
}

// Our own queries block it for longer than idle connections are kept by default.
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
// Whoever started it has gone, however that came about.
process.stdin.resume().on('end', () => process.exit())
process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
