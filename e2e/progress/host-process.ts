import { createHmac } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'
import { createCollector, createNodeHandler, createSqliteStore } from '@firstwin/collector'
import { ROOT } from '../../scripts/prepare/root.js'

/* Run by progress-host.ts as a process of its own: a product with its collector, which asks for tokens. */

const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
const SCRIPT = process.env['E2E_SCRIPT'] ?? join(ROOT, 'packages/sdk/dist/script')
const KEY = 'pk_progress'

const store = createSqliteStore(':memory:')
const collector = createCollector({
  store,
  keys: [{ key: KEY, origins: '*' }],
  identity: { mode: 'enforce', secrets: [SECRET] },
})
const collect = createNodeHandler(collector, () => true)

const journey = {
  format: 1,
  id: 'shop',
  locale: 'en',
  wins: [
    { id: 'seen', tier: 'aha', title: 'Seen', when: { event: 'opened' } },
    {
      id: 'sent',
      tier: 'first-strike',
      title: 'Sent',
      when: { event: 'sent' },
      celebrate: { size: 'big', title: 'Your first one is out' },
    },
    { id: 'ten', tier: 'long-term', title: 'Ten', when: { event: 'sent', atLeast: 10 } },
  ],
  paths: [
    {
      id: 'first',
      title: 'Send your first one',
      order: 'any',
      tasks: [
        { id: 'look', title: 'Look', win: 'seen' },
        { id: 'send', title: 'Send', win: 'sent' },
      ],
    },
  ],
  messages: [
    {
      id: 'letter',
      kind: 'confirmation',
      title: 'Welcome aboard',
      body: 'We are glad.',
      signedBy: { name: 'Rin' },
      when: { event: 'arrived' },
      once: true,
    },
  ],
}

/** `user` stands in the address, as the session of a product would in a cookie, and so does `event`. */
const page = `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
<script>
  const query = new URLSearchParams(location.search)
  const user = query.get('user')
  const event = query.get('event')
  window.firstwin = new Proxy({ q: [] }, {
    get: (stub, name) => stub[name] ?? ((...args) => { stub.q.push([name, args]) }),
  })
  firstwin.init({ journey: '/journey.json', endpoint: '/v1/batch', key: '${KEY}', debug: false })
  const token = () => fetch('/token?user=' + user).then((answer) => answer.text())
  if (user) firstwin.identify(user, {}, { token })
  if (event) firstwin.track(event)
</script>
<script async src="/firstwin/firstwin.js"></script>`

function tokenOf(sub: string): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${encode({ alg: 'HS256' })}.${encode({ sub, exp: Date.now() / 1_000 + 300 })}`
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://host')
  const send = (type: string, body: string): void => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  }
  if (pathname === '/') send('text/html', page)
  else if (pathname === '/journey.json') send('application/json', JSON.stringify(journey))
  else if (pathname === '/token') send('text/plain', tokenOf(searchParams.get('user') ?? ''))
  else if (pathname === '/milestones') {
    // To a collector the browsers of tests are bots.
    void store
      .evidence(KEY, 'shop', { bots: true })
      .then(({ milestones }) => send('application/json', JSON.stringify(milestones)))
  } else if (pathname === '/parts') {
    void store
      .progress(KEY, 'shop', 'u1')
      .then((parts) => send('application/json', JSON.stringify(parts)))
  } else if (pathname.startsWith('/firstwin/')) {
    response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
    createReadStream(join(SCRIPT, basename(pathname)))
      .on('error', (error) => response.end(`throw new Error(${JSON.stringify(String(error))})`))
      .pipe(response)
  } else collect(request, response)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.({ port: address?.port })
})

const stop = async (): Promise<void> => {
  server.closeAllConnections()
  await collector.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
// The tests are gone: so are we.
process.on('disconnect', () => void stop())
