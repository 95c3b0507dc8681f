import type { WireEvent } from '@firstwin/schema'
import type { EventStore } from '@firstwin/collector'
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

interface Envelope {
  readonly sentAt: string
  readonly batch: readonly WireEvent[]
}

/**
 * What the collector is compared with: the same store behind a server that believes everything. No
 * check, no limit, no header, no log; it reads, parses, appends, and answers when it is on disk.
 */
export async function serveBare(store: EventStore, writeKey: string) {
  const server = createServer((request, response) => {
    keep(request)
      .then((count) => response.end(`{"accepted":${count}}`))
      .catch(() => response.destroy())
  })

  async function keep(request: IncomingMessage): Promise<number> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body: unknown = JSON.parse(Buffer.concat(parts).toString())
    if (!isEnvelope(body)) throw new Error('Not a batch.')
    const receivedAt = Date.now()
    const sentAt = Date.parse(body.sentAt)
    const areNew = await store.append(
      body.batch.map((one) => {
        const at = Math.min(receivedAt, Date.parse(one.timestamp) + receivedAt - sentAt)
        return { writeKey, event: one, at, sentAt, receivedAt, bot: false }
      }),
    )
    return areNew.filter(Boolean).length
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await store.close()
  }
  return { port, close }
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof value === 'object' && value !== null && 'batch' in value
}
