import { describe, expect, it } from 'vitest'
import type { Results } from '../../src/results/results.ts'
import { at, iso } from '../results-of.ts'
import { runCollector } from '../running-collector.ts'
import { SECRET, signToken } from '../sign-token.ts'
import { storedEvents } from '../stored.ts'
import { ACME, bearer } from '../tenants.ts'
import { batch, group, START, started, track, win } from '../wire.ts'

const CLOCK = 'trait:contractedAt'

/** A token that is good for the day. */
function tokenOf(sub: string, claims: object = {}): Promise<string> {
  return signToken(sub, SECRET, { exp: START / 1_000 + 86_400, ...claims })
}

/** A user of corp5, who has won an hour after its contract, by what its server has told. */
async function corp5(mode: 'observe' | 'enforce' = 'enforce') {
  const { clock, url } = await runCollector({
    keys: [ACME],
    identity: { mode, secrets: [SECRET] },
  })
  clock.now = at(120)

  async function send(events: readonly unknown[], token?: string, secret?: string) {
    const body = JSON.stringify({
      ...JSON.parse(batch(events, clock.now)),
      writeKey: ACME.key,
      token,
    })
    const headers = { 'content-type': 'text/plain', ...(secret ? bearer(secret) : {}) }
    const answer = await fetch(`${url}/v1/batch`, { method: 'POST', headers, body })
    return answer.json()
  }

  async function people() {
    const answer = await fetch(`${url}/v1/results?journey=mail-tool`, {
      headers: bearer(ACME.secret),
    })
    const { tiers }: Results = await answer.json()
    return tiers[0]?.people.map(({ id, ms, name }) => [id, ms / 60_000, name])
  }

  const won = { user: 'u1', device: 'd1', at: at(60) }
  const told = group('corp5', { contractedAt: iso(0), name: 'Corp 5' }, { user: 'u1', at: at(0) })
  await send([told], undefined, ACME.secret)
  await send(
    [started({ ...won, at: at(30) }), win('w', 'aha', { ...won, clock: CLOCK })],
    await tokenOf('u1'),
  )
  const metrics = async () => (await fetch(`${url}/metrics`)).text()
  return { send, people, metrics, url }
}

const lies = { contractedAt: iso(59), name: '=PWNED' }
const late = (who: object) => ({ ...who, at: at(70) })

describe('C12 a company', () => {
  it('is what its server says, and gives its people no name', async () => {
    const { people } = await corp5()
    expect(await people()).toEqual([['u1', 60, undefined]])
  })

  const strangers: [
    who: string,
    events: () => unknown[],
    token: () => Promise<string> | undefined,
  ][] = [
    ['a visitor', () => [group('corp5', lies, late({ device: 'stranger' }))], () => undefined],
    [
      'a visitor, by the context alone',
      () => [
        {
          ...group('corp5', lies, late({ device: 's' })),
          groupId: undefined,
          context: { groupId: 'corp5' },
        },
      ],
      () => undefined,
    ],
    [
      'a guest',
      () => [group('corp5', lies, late({ user: 'anon-7d9f2b1e-3c4a-4f5b-8a6c-0123456789ab' }))],
      () => undefined,
    ],
    [
      'a user of no company',
      () => [group('corp5', lies, late({ user: 'u2' }))],
      () => tokenOf('u2'),
    ],
    [
      'a user of another company',
      () => [group('corp5', lies, late({ user: 'u2' }))],
      () => tokenOf('u2', { groups: ['corp6'] }),
    ],
    [
      'the device of one of its users, who moves them to another',
      () => [
        group('evil', lies, late({ device: 'd1' })),
        { ...track('x', {}, late({ device: 'd1' })), context: { groupId: 'evil' } },
      ],
      () => undefined,
    ],
  ]
  it.each(strangers)('is not changed by %s, whose event is kept', async (_, events, token) => {
    const { send, people } = await corp5()
    const sent = events()
    expect(await send(sent, await token())).toEqual({
      accepted: sent.length,
      duplicates: 0,
      rejected: [],
    })
    expect(await people()).toEqual([['u1', 60, undefined]])
  })

  it('takes nobody in who is not proven to belong to it', async () => {
    const { send, people } = await corp5()
    const won = { user: 'u2', at: at(90) }
    const inside = { context: { groupId: 'corp5' } }
    const events = [
      { ...started({ ...won, at: at(80) }), ...inside },
      { ...win('w', 'aha', { ...won, clock: CLOCK }), ...inside },
    ]
    await send(events, await tokenOf('u2'))
    expect(await people()).toEqual([
      ['u2', 10, undefined],
      ['u1', 60, undefined],
    ])
  })

  it.each([{ groups: ['corp6', 'corp5'] }, { groupId: 'corp5' }])(
    'believes a token with %j: its traits, and who belongs to it',
    async (claims) => {
      const { send, people } = await corp5()
      const won = { user: 'u2', at: at(90) }
      const events = [
        group('corp5', { contractedAt: iso(10) }, { user: 'u2', at: at(70) }),
        started({ ...won, at: at(80) }),
        win('w', 'aha', { ...won, clock: CLOCK }),
      ]
      await send(events, await tokenOf('u2', claims))
      expect(await people()).toEqual([
        ['u1', 50, undefined],
        ['u2', 80, undefined],
      ])
    },
  )

  it('does not keep what was left out, nor lose the rest', async () => {
    const { send, url } = await corp5()
    const place = { properties: { session: 's' } }
    const context = { groupId: 'corp5', locale: 'ja' }
    const [told, did] = [group('corp5', lies, { user: 'u2' }), track('x', {}, { user: 'u2' })]
    await send(
      [
        { ...told, ...place },
        { ...did, context },
      ],
      await tokenOf('u2'),
    )
    const stored = await storedEvents(url, 'u2')
    expect(stored).toHaveLength(2)
    expect(stored).toContainEqual({ ...told, ...place, groupId: undefined, traits: undefined })
    expect(stored).toContainEqual({ ...did, context: { locale: 'ja' } })
  })

  it('is believed and counted where identity is observed', async () => {
    const { send, people, metrics } = await corp5('observe')
    await send([group('corp5', { contractedAt: iso(50) }, late({ device: 'stranger' }))])
    expect(await people()).toEqual([['u1', 10, undefined]])
    expect(await metrics()).toContain('firstwin_events_group_unproven_total 1')
  })
})
