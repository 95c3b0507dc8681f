import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'

/** Takes everything, as the trackers' own receivers do: what came is counted at the gate. */
export async function startReceiver(): Promise<{ url: string; close: () => void }> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { origin = '*', 'access-control-request-headers': wanted = '*' } = request.headers
  const headers = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': wanted,
    'access-control-allow-methods': 'POST, GET',
  }
  request.resume().once('end', () => {
    // The end of a redirect has no body to take.
    const status = request.method === 'GET' ? 404 : 200
    response.writeHead(status, { ...headers, 'content-type': 'application/json' })
    response.end('{"status":1,"success":true}')
  })
}
