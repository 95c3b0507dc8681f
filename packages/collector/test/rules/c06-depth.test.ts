import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { batch, started, track } from '../wire.ts'

const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) })
const wide = (keys: number) => Object.fromEntries(Array.from({ length: keys }, (_, i) => [i, i]))

describe('C6 JSON', () => {
  const bombs = ['['.repeat(400_000), '{"a":'.repeat(90_000), `{"batch":${'['.repeat(100_000)}`]
  it.each(bombs)('of a depth that exhausts the stack is refused', async (body) => {
    const { send, read } = await runCollector()
    const answer = await send(body)
    expect(`${answer.status} ${(await answer.json()).code}`).toBe('400 too-deep')
    expect(await read('/healthz')).toEqual({ ok: true })
  })

  it('with more values than anybody reads is refused before it is parsed', async () => {
    const { send } = await runCollector()
    const x = Array.from({ length: 20_000 }, () => ({ a: 1, b: 2 }))
    const answer = await send(JSON.stringify({ writeKey: 'pk_test', batch: [], x }))
    expect(`${answer.status} ${(await answer.json()).code}`).toBe('413 too-many-values')
  })

  it('is not parsed where that is known: what is no JSON is not found out', async () => {
    const { send } = await runCollector()
    const answer = await send('{"x":1},'.repeat(60_000))
    expect((await answer.json()).code).toBe('too-many-values')
  })

  const excesses: [what: string, properties: object][] = [
    ['seven levels', deep(7)],
    ['65 keys', wide(65)],
    ['a text of 1001 characters', { text: 'x'.repeat(1_001) }],
    [
      'more values than there may be in all levels',
      Object.fromEntries(Array.from({ length: 64 }, (_, index) => [index, wide(16)])),
    ],
  ]
  it.each(excesses)('with %s spoils its event, and no other', async (...row) => {
    const [, properties] = row
    const { send } = await runCollector()
    const bad = track('e', properties as never, { user: 'u1' })
    const answer = await send(batch([started({ user: 'u1' }), bad]))
    expect(await answer.json()).toMatchObject({
      accepted: 1,
      rejected: [{ index: 1, code: 'wrong-field' }],
    })
  })

  it('within these limits is kept', async () => {
    const { send } = await runCollector()
    const properties = { ...wide(62), text: 'x'.repeat(1_000), deep: deep(5) }
    const event = track('e', {}, { user: 'u1' })
    const answer = await send(batch([{ ...event, properties }]))
    expect(await answer.json()).toMatchObject({ accepted: 1, rejected: [] })
  })
})
