import { createServer, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Sent } from './fake-world.ts'

/** A server that keeps the names of the events that it gets, and answers as told. */
export async function startReceiver(reply: (outgoing: ServerResponse) => void) {
  const names: string[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { batch }: { batch: Sent[] } = JSON.parse(Buffer.concat(chunks).toString())
      names.push(...batch.map(({ event = '' }) => event))
      reply(outgoing)
    })
    incoming.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { names, url: `http://127.0.0.1:${port}/v1/batch` }
}
