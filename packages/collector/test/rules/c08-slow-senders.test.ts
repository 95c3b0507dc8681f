import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { rawRequest } from '../raw-request.ts'
import { runCollector } from '../running-collector.ts'
import { batch, started } from '../wire.ts'

/** Sends a beginning and no more, and gives what was answered when the connection was closed. */
function begin(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    let answer = ''
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.write(text)
  })
}

const HEAD = 'POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\n'

describe('C8 senders that are too slow', () => {
  it('are sent away, and others do not wait for them', async () => {
    const timeouts = { headersMs: 300, requestMs: 600 }
    const { server, send } = await runCollector({ timeouts })
    const slowHeads = Array.from({ length: 100 }, () => begin(server.port, HEAD))
    const slowBodies = Array.from({ length: 100 }, () =>
      begin(server.port, `${HEAD}content-length: 100\r\n\r\n{`),
    )
    const good = await Promise.all(
      Array.from({ length: 20 }, () => send(batch([started({ user: 'u1' })]))),
    )
    expect(good.every(({ status }) => status === 200)).toBe(true)
    const answers = await Promise.all([...slowHeads, ...slowBodies])
    expect(new Set(answers.map((answer) => answer.split('\r\n')[0]))).toEqual(
      new Set(['HTTP/1.1 408 Request Timeout']),
    )
  })

  it('have ten seconds for the head, and 8 KiB', async () => {
    const { server } = await runCollector()
    const headers = { 'x-long': 'x'.repeat(8 * 1_024) }
    expect((await rawRequest({ port: server.port, path: '/healthz', headers })).status).toBe(431)
  })
})
