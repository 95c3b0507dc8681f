import { describe, expect, it } from 'vitest'
import { createWorld } from './fake-world.ts'
import { createTokens } from './tokens.ts'

const MINUTE_MS = 60_000

/** A device with somebody in front of it, who is known by what `give` gives. */
function signed(give: () => unknown = () => 'jwt-1', { storage } = createWorld()) {
  const who: { userId: string | undefined; isSigned: boolean } = { userId: 'u_1', isSigned: true }
  const clock = { now: 0 }
  const seen = { asked: 0, told: 0, retries: [] as number[] }
  const tokens = createTokens({
    identity: {
      userId: () => who.userId,
      token: () => who.isSigned,
    },
    askToken() {
      seen.asked += 1
      return give()
    },
    storage,
    now: () => clock.now,
    onToken: () => void (seen.told += 1),
    retry: (ms) => void seen.retries.push(ms),
  })
  return { tokens, who, clock, seen, storage }
}

const by = (userId?: string): string => JSON.stringify({ messageId: '1', userId })

describe('createTokens', () => {
  it('has a token that is a text at once', () => {
    const { tokens } = signed()
    expect(tokens.mayGo(by('u_1'))).toBe(true)
    expect(tokens.now()).toBe('jwt-1')
  })

  it('fetches one once, and says when it is there', async () => {
    const { tokens, seen } = signed(async () => 'jwt-1')
    expect(tokens.mayGo(by('u_1'))).toBe(false)
    expect(tokens.mayGo(by('u_1'))).toBe(false)
    await Promise.resolve()
    await Promise.resolve()
    expect(seen).toMatchObject({ asked: 1, told: 1 })
    expect(tokens.now()).toBe('jwt-1')
  })

  it('lets events of nobody known go without one', () => {
    expect(signed(() => new Promise(() => {})).tokens.mayGo(by())).toBe(true)
  })

  it('keeps what others did until they are back, also while nobody is there', () => {
    const { tokens, who, storage } = signed()
    expect(tokens.mayGo(by('u_2'))).toBe(false)
    expect(tokens.mayGo(by('u_1'))).toBe(true)
    Object.assign(who, { userId: undefined, isSigned: false })
    expect(tokens.mayGo(by('u_1'))).toBe(false)
    expect(
      signed(undefined, Object.assign(createWorld(), { storage })).tokens.mayGo(by('u_1')),
    ).toBe(true)
  })

  it('asks for none where users are known without, even if they once were not', () => {
    const { tokens, who } = signed()
    tokens.now()
    Object.assign(who, { userId: 'u_1', isSigned: false })
    expect(tokens.mayGo(by('u_1'))).toBe(true)
    expect(tokens.mayGo(by('u_2'))).toBe(true)
  })

  it('fetches another when one is refused, once a minute at most', () => {
    let count = 0
    const { tokens, clock, seen } = signed(() => `jwt-${(count += 1)}`)
    expect(tokens.now()).toBe('jwt-1')
    tokens.refuse('jwt-1')
    expect(tokens.now()).toBeUndefined()
    expect(tokens.mayGo(by('u_1'))).toBe(false)
    clock.now += MINUTE_MS
    expect(tokens.now()).toBe('jwt-2')
    expect(seen.asked).toBe(2)
  })

  it('does not send again the very token that was refused', () => {
    const { tokens, clock, seen } = signed(() => 'jwt-1')
    expect(tokens.now()).toBe('jwt-1')
    tokens.refuse('jwt-1')
    clock.now += MINUTE_MS
    expect(tokens.now()).toBeUndefined()
    expect(seen.asked).toBe(2)
  })

  it('keeps the new token when the refusal of the one before comes late', () => {
    let count = 0
    const { tokens, clock } = signed(() => `jwt-${(count += 1)}`)
    tokens.now()
    tokens.refuse('jwt-1')
    clock.now += MINUTE_MS
    expect(tokens.now()).toBe('jwt-2')
    tokens.refuse('jwt-1')
    expect(tokens.now()).toBe('jwt-2')
    expect(tokens.mayGo(by('u_1'))).toBe(true)
  })

  it('comes back in a minute where the host has none', async () => {
    const fails = signed(() => Promise.reject(new Error('their server')))
    fails.tokens.now()
    const throws = signed(() => {
      throw new Error('their bug')
    })
    throws.tokens.now()
    const empty = signed(() => '')
    empty.tokens.now()
    await new Promise(setImmediate)
    for (const { seen } of [fails, throws, empty]) {
      expect(seen).toMatchObject({ told: 0, retries: [MINUTE_MS] })
    }
  })

  it('does not take the token of one user for another', async () => {
    const gives: ((token: string) => void)[] = []
    const { tokens, who } = signed(() => new Promise((resolve) => void gives.push(resolve)))
    tokens.now()
    who.userId = 'u_2'
    tokens.now()
    gives[0]?.('jwt-of-1')
    await new Promise(setImmediate)
    expect(tokens.now()).toBeUndefined()
    gives[1]?.('jwt-of-2')
    await new Promise(setImmediate)
    expect(tokens.now()).toBe('jwt-of-2')
  })
})
