import { describe, expect, it } from 'vitest'
import { runCollector } from '../../test/running-collector.ts'
import { batch, MINUTE, started, START, win } from '../../test/wire.ts'
import { onlyGet } from '../methods.ts'
import { createLiveWins } from './live-wins.ts'

/** Reads the stream's messages, one at each call. `undefined` at its end. */
function messagesOf(answer: Response) {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let buffered = ''

  return async (): Promise<string | undefined> => {
    while (!buffered.includes('\n\n')) {
      const part = await reader?.read()
      if (!part || part.done) return undefined
      buffered += part.value
    }
    const [message = '', ...rest] = buffered.split('\n\n')
    buffered = rest.join('\n\n')
    return message
  }
}

describe('GET /v1/live', () => {
  it('says a win as it comes in, once for each person', async () => {
    const { clock, send, url } = await runCollector()
    clock.now = START + 9 * MINUTE
    const live = await fetch(`${url}/v1/live?journey=mail-tool`)
    expect(live.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const next = messagesOf(live)
    expect(await next()).toBe('retry: 3000')

    const first = win('sent', 'first-strike', { user: 'u1', at: START + 6 * MINUTE })
    const again = win('sent', 'first-strike', { user: 'u1', device: 'b', at: START + 8 * MINUTE })
    const other = win('sent', 'first-strike', { user: 'u2', at: START + 9 * MINUTE })
    await send(batch([started({ user: 'u1' }), started({ user: 'u2' }), first], clock.now))
    await send(batch([again], clock.now))
    await send(batch([other], clock.now))

    const said = [await next(), await next()].map((message) => {
      expect(message).toMatch(/^event: win\nid: /)
      const { person, win: id, ttvMs } = JSON.parse(message?.split('data: ')[1] ?? '')
      return [person.id, id, ttvMs / MINUTE]
    })
    expect(said).toEqual([
      ['u1', 'sent', 6],
      ['u2', 'sent', 9],
    ])
    await live.body?.cancel().catch(() => undefined)
  })

  it('says nothing of other journeys', async () => {
    const { send, url } = await runCollector()
    const next = messagesOf(await fetch(`${url}/v1/live?journey=mail-tool`))
    await next()
    await send(batch([win('w', 'aha', { user: 'u1', journey: 'other' })]))
    await send(batch([win('mine', 'aha', { user: 'u1' })]))
    expect(await next()).toContain('"win":"mine"')
  })

  it('has as many screens as a product may have, whatever others have', async () => {
    const live = createLiveWins(() => () => undefined)
    const open = (writeKey: string) => live.listen({ writeKey, journey: 'j' }).status
    expect(new Set(Array.from({ length: 100 }, () => open('pk_one')))).toEqual(new Set([200]))
    expect([open('pk_one'), open('pk_two')]).toEqual([503, 200])
    live.close()
    expect(open('pk_one')).toBe(200)
    live.close()
  })

  it('ends at once where only its head is asked for, and takes no place', async () => {
    const live = createLiveWins(() => () => undefined)
    const head = new Request('http://collector/v1/live', { method: 'HEAD' })
    const topic = { writeKey: 'pk', journey: 'j' }
    const answer = await onlyGet(head, async () => live.listen(topic))
    expect([answer.status, answer.body, live.topics()]).toEqual([200, null, []])
    expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/)
  })

  it('ends when the collector stops', async () => {
    const { server, url } = await runCollector()
    const next = messagesOf(await fetch(`${url}/v1/live?journey=mail-tool`))
    await next()
    await server.close()
    expect(await next()).toBeUndefined()
  })
})
