import { createServer, type IncomingMessage, type Server } from 'node:http'
import { once } from 'node:events'
import { createRequire } from 'node:module'

/**
 * ClickHouse's current engine in a process of ours, spoken to as its server is: over HTTP, as far as
 * the store speaks it. `chdb` is looked for in the folder that the second argument names. Says its
 * port once it listens.
 */
const [, , data = '', modules = ''] = process.argv

interface Session {
  query: (sql: string, format?: string) => string
}
interface Chdb {
  Session: new (path: string) => Session
}

const require = createRequire(`${modules}/package.json`)
const chdb: Chdb = require('chdb') as Chdb
const session = new chdb.Session(data)

/** Parameters of the HTTP interface that are no settings of the engine. */
const OWN = new Set(['query', 'wait_end_of_query'])

const server: Server = createServer((request, response) => {
  void answer(request).then(({ status, text, code }) => {
    response.writeHead(status, code === undefined ? {} : { 'x-clickhouse-exception-code': code })
    response.end(text)
  })
})

async function answer(request: IncomingMessage) {
  const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const body = await read(request)
  const query = searchParams.get('query')
  const sql = query === null ? body : `${query}\n${body}`
  try {
    const settings = [...searchParams].filter(([name]) => !OWN.has(name))
    const values = settings.map(
      ([name, value]) => `${name} = ${/^\d+$/.test(value) ? value : `'${value}'`}`,
    )
    // One after another: the engine has one session, and the settings are the session's.
    if (values.length > 0) session.query(`SET ${values.join(', ')}`)
    return { status: 200, text: session.query(sql, 'JSONEachRow') }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { status: 500, text, code: /Code: (\d+)/.exec(text)?.[1] }
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

// Our own queries block it for longer than idle connections are kept by default.
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`)
