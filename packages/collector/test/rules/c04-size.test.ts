import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { batch, started } from '../wire.ts'

const KB = 1_024

/** Writes a body without end, and says how much the other side took until it closed. */
function flood(port: number): Promise<{ answer: string; sent: number }> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const piece = Buffer.alloc(16 * KB, ' ')
    let sent = 0
    let answer = ''
    const more = (): void => {
      while (sent < 64_000 * KB && !socket.destroyed) {
        sent += piece.length
        if (!socket.write(`${piece.length.toString(16)}\r\n${piece.toString()}\r\n`)) return
      }
    }
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('drain', more)
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ answer, sent }))
    socket.write(
      'POST /v1/batch HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\n' +
        'transfer-encoding: chunked\r\n\r\n',
    )
    more()
  })
}

describe('C4 a body', () => {
  it('without end is cut off: 413, and the connection is closed', async () => {
    const limits = { maxBodyBytes: 64 * KB }
    const { server, read } = await runCollector({ limits })
    const { answer, sent } = await flood(server.port)
    expect(answer).toMatch(/^(?:HTTP\/1\.1 413|$)/)
    // What the buffers of two sockets hold, not what was on offer.
    expect(sent).toBeLessThan(16_000 * KB)
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  it('that says that it is too large is not read', async () => {
    const { send } = await runCollector({ limits: { maxBodyBytes: 1_000 } })
    const answer = await send(' '.repeat(1_001))
    expect([answer.status, answer.headers.get('connection')]).toEqual([413, 'close'])
  })

  it('has 512 KiB and 500 events where nothing else is said', async () => {
    const { send } = await runCollector()
    const events = Array.from({ length: 500 }, () => started({ user: 'u1' }))
    expect(await (await send(batch(events))).json()).toMatchObject({ accepted: 500 })
    expect((await send(batch([...events, {}]))).status).toBe(413)
    expect((await send(batch([]).padEnd(512 * KB))).status).toBe(200)
    expect((await send(batch([]).padEnd(512 * KB + 1))).status).toBe(413)
  })

  it('has as many events as the operator says', async () => {
    const { send } = await runCollector({ limits: { maxEvents: 2 } })
    const events = [1, 2, 3].map(() => started({ user: 'u1' }))
    expect((await send(batch(events))).status).toBe(413)
    expect((await send(batch(events.slice(1)))).status).toBe(200)
  })
})
