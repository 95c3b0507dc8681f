import { describe, expect, it } from 'vitest'
import { runCollector } from '../running-collector.ts'
import { SECRET, signToken } from '../sign-token.ts'
import { batch, identify, started } from '../wire.ts'

const events = [
  started({ user: 'u1' }),
  started({ user: 'u2' }),
  started({ device: 'd1' }),
  identify({ plan: 'pro' }, { user: 'u2', device: 'd1' }),
]

async function send(mode: 'off' | 'observe' | 'enforce', token: string | undefined) {
  const running = await runCollector({ identity: { mode, secrets: [SECRET] } })
  const body = JSON.stringify({ ...JSON.parse(batch(events)), token })
  return (await running.send(body)).json()
}

const codes = (answer: { rejected: { index: number; code: string }[] }) =>
  answer.rejected.map(({ index, code }) => `${index} ${code}`)

describe('C12 a batch', () => {
  it('keeps what its token proves, and what is about nobody, and no more', async () => {
    const answer = await send('enforce', await signToken('u1'))
    expect(answer.accepted).toBe(2)
    expect(codes(answer)).toEqual(['1 identity', '3 identity'])
  })

  it('without a token keeps what is about nobody', async () => {
    const answer = await send('enforce', undefined)
    expect(codes(answer)).toEqual(['0 identity', '1 identity', '3 identity'])
  })

  it('with a token that is none, or is over, is not kept at all: to be sent again with another', async () => {
    const { clock, send: post } = await runCollector({
      identity: { mode: 'enforce', secrets: [SECRET] },
    })
    const withToken = async (token: string) => {
      const answer = await post(JSON.stringify({ ...JSON.parse(batch(events)), token }))
      return `${answer.status} ${(await answer.json()).code}`
    }
    const token = await signToken('u1')
    expect(await withToken('no token')).toBe('401 token')
    expect(await withToken(`${token}x`)).toBe('401 token')
    clock.now += 6 * 60_000
    expect(await withToken(token)).toBe('401 token')
  })

  it.each(['off', 'observe'] as const)('keeps all where identity is %s', async (mode) => {
    expect(await send(mode, undefined)).toEqual({ accepted: 4, duplicates: 0, rejected: [] })
    expect(await send(mode, 'no token')).toMatchObject({ accepted: 4 })
  })
})

describe('C12 a device', () => {
  const guest = 'anon-7d9f2b1e-3c4a-4f5b-8a6c-0123456789ab'
  const rows: [first: string, users: string[]][] = [
    ['a guest', [guest, 'u1']],
    ['the user', ['u1', guest]],
  ]
  it.each(rows)(
    'belongs to the user whom a token proves, where %s came first',
    async (_, users) => {
      const identity = { mode: 'enforce', secrets: [SECRET] } as const
      const { clock, read, send: post } = await runCollector({ identity })
      await post(batch([started({ device: 'd1' })]))
      for (const user of users) {
        clock.now += 1_000
        const token = user === guest ? undefined : await signToken(user)
        const signedIn = identify({}, { user, device: 'd1', at: clock.now })
        await post(JSON.stringify({ ...JSON.parse(batch([signedIn], clock.now)), token }))
      }
      const { tiers } = await read('/v1/results?journey=mail-tool')
      expect(tiers[0].people.map(({ id }: { id: string }) => id)).toEqual(['u1'])
    },
  )
})
