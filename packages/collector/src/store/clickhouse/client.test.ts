import { describe, expect, it } from 'vitest'
import { ClickHouseError, createClient, isUnreachable } from './client.ts'

const DOWN = new TypeError('fetch failed')

/** A client of two hosts, which answer in turn with these. Errors are no answer. */
function clientOf(...answers: readonly (Response | Error)[]) {
  const asked: string[] = []
  const client = createClient({
    address: { hosts: ['http://one', 'http://two'], user: 'fw', password: 'secret' },
    fetch: async (input) => {
      const url = new URL(input instanceof Request ? input.url : input)
      const answer = answers[asked.length]
      asked.push(url.hostname)
      if (answer instanceof Error || !answer) throw answer ?? DOWN
      return answer
    },
  })
  return { client, asked }
}

function refusal(text: string): Response {
  return new Response(text, { status: 500 })
}

describe('createClient', () => {
  it('reads rows', async () => {
    const { client } = clientOf(new Response('{"a":1}\n{"a":"x"}\n'))
    expect(await client.rows('SELECT a')).toEqual([{ a: 1 }, { a: 'x' }])
  })

  it('asks the next host where one is down, and stays there', async () => {
    const { client, asked } = clientOf(DOWN, new Response('{}'), new Response('{}'))
    await client.rows('SELECT 1')
    await client.rows('SELECT 1')
    expect(asked).toEqual(['one', 'two', 'two'])
  })

  it('says that nobody answers, without the password', async () => {
    const { client } = clientOf()
    const error: unknown = await client.rows('SELECT 1').catch((reason: unknown) => reason)
    expect(String(error)).toContain('does not answer at http://')
    expect(String(error)).not.toContain('secret')
    expect(isUnreachable(error)).toBe(true)
  })

  it('does not ask anybody else what ClickHouse has refused', async () => {
    const { client, asked } = clientOf(refusal('Code: 62, e.displayText() = Syntax error'))
    await expect(client.rows('SELECT')).rejects.toMatchObject({ code: 62 })
    expect(asked).toEqual(['one'])
  })

  it.each([
    'Code: 27. Cannot parse input: (while reading the value of key mail: canary)',
    "Code: 27. DB::Exception: Cannot parse input: expected ',' before: 'canary@example.com'",
    'Code: 27. Cannot parse input: expected , before: canary@example.com',
    'Code: 62. Syntax error: failed at position 9 ("canary"): WHERE owner = 1',
    'Code: 47. Unknown identifier `canary`',
  ])('C22 does not repeat the rows that were refused: %#', async (text) => {
    const { client } = clientOf(refusal(text))
    const error: unknown = await client.run({ sql: 'INSERT' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ClickHouseError)
    expect(error).toMatchObject({ code: Number(/\d+/.exec(text)?.[0]) })
    expect(String(error)).not.toContain('canary')
  })

  it('does not send an insert twice: whoever sends it knows if that is safe', async () => {
    const { client, asked } = clientOf(DOWN)
    await expect(client.run({ sql: 'INSERT', body: '{}' })).rejects.toThrow('does not answer')
    expect(asked).toEqual(['one'])
  })
})
