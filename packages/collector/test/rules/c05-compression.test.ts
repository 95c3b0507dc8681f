import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { batch } from '../wire.ts'

const MB = 1_000_000

describe('C5 a compressed body', () => {
  it('that is a bomb is cut off, and costs no memory', async () => {
    const { send, read } = await runCollector()
    const bomb = gzipSync(Buffer.alloc(200 * MB), { level: 9 })
    const before = process.memoryUsage().rss
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send(bomb, { 'content-encoding': 'gzip' })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 413))
    // Ten of them unpacked would be two thousand.
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * MB)
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  const encodings: [encoding: string, body: Buffer<ArrayBuffer>][] = [
    ['br', brotliCompressSync(batch([]))],
    ['gzip, gzip', gzipSync(gzipSync(batch([])))],
    ['deflate', Buffer.from(batch([]))],
  ]
  it.each(encodings)('by %s is none that it knows', async (...row) => {
    const [encoding, body] = row
    const { send } = await runCollector()
    expect((await send(body, { 'content-encoding': encoding })).status).toBe(415)
  })

  it('may have as many bytes unpacked as the operator says', async () => {
    const { send } = await runCollector({ limits: { maxInflatedBytes: 1_000 } })
    const zipped = (bytes: number) => gzipSync(batch([]).padEnd(bytes))
    const headers = { 'content-encoding': 'gzip' }
    expect((await send(zipped(1_000), headers)).status).toBe(200)
    expect((await send(zipped(1_001), headers)).status).toBe(413)
  })
})
