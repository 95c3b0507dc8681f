import { generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { CollectorSetupError } from '../errors.ts'
import { createIdentity } from './create-identity.ts'
import type { IdentityMode, IdentityOptions } from './identity-options.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
const OTHER_SECRET = 'the-secret-of-another-product-altogether'

function sign(sub: string, secret = SECRET, more: object = {}): Promise<string> {
  const claims = new SignJWT({ sub, exp: NOW / 1_000 + 60, ...more })
  return claims.setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
}

function withMode(mode: IdentityMode) {
  const identity = { mode, secrets: [SECRET] }
  return createIdentity({ identity, keys: [{ key: 'pk_a' }], now: () => NOW })
}

/** What judges the events of a batch with this token. */
async function judge(mode: IdentityMode, token: string | undefined) {
  const identity = withMode(mode)
  return identity.claims('pk_a', await identity.verify('pk_a', token))
}

/** What comes of an event with this user id in a batch with this token. */
async function claimOf(mode: IdentityMode, token: string | undefined, userId: string | undefined) {
  return (await judge(mode, token)).user(userId)
}

const GUEST = 'anon-7d9f2b1e-3c4a-4f5b-8a6c-0123456789ab'

describe('C12 what a batch may say of users', () => {
  it('is what its token says', async () => {
    const { user } = await judge('enforce', await sign('u1'))
    expect(user('u1')).toBe('proven')
    expect(user('u2')).toBe('refused')
    expect(user(undefined)).toBe('open')
  })

  it('is nothing without a token, but of visitors without a name', async () => {
    const { user } = await judge('enforce', undefined)
    expect(user('u1')).toBe('refused')
    expect(user(undefined)).toBe('open')
  })

  it.each([
    [GUEST, 'open'],
    [GUEST.replace('anon-', ''), 'refused'],
    [GUEST.toUpperCase(), 'refused'],
    [`${GUEST}x`, 'refused'],
    [` ${GUEST}`, 'refused'],
    [`${GUEST}\n`, 'refused'],
    [GUEST.replace('-4f5b', '-1f5b'), 'refused'],
    ['anon-1', 'refused'],
  ])('without a token of the guest %j: %s', async (userId, expected) => {
    expect(await claimOf('enforce', undefined, userId)).toBe(expected)
  })

  it('is only counted where identity is observed', async () => {
    expect(await claimOf('observe', undefined, 'u1')).toBe('unproven')
    expect(await claimOf('observe', await sign('u2'), 'u1')).toBe('unproven')
    expect(await claimOf('observe', await sign('u1'), 'u1')).toBe('proven')
  })

  it('is not looked at where identity is off', async () => {
    expect(await claimOf('off', undefined, 'u1')).toBe('open')
    expect(await withMode('off').verify('pk_a', await sign('u1'))).toMatchObject({ ok: false })
  })
})

describe('C12 what a batch may say of groups', () => {
  const inGroups = (more: object) => sign('u1', SECRET, more)

  it('is what its token says, as a list or as one id', async () => {
    const several = await judge('enforce', await inGroups({ groups: ['acme', 'umbrella'] }))
    expect(['acme', 'umbrella', 'corp5', undefined].map(several.group)).toEqual([
      'proven',
      'proven',
      'refused',
      'open',
    ])
    const one = await judge('enforce', await inGroups({ groupId: 'acme' }))
    expect(['acme', 'corp5'].map(one.group)).toEqual(['proven', 'refused'])
  })

  it.each([
    ['no claim', {}],
    ['a claim that is no list', { groups: 'acme' }],
    ['ids that are no texts', { groups: [7, null, ['acme'], { id: 'acme' }], groupId: 7 }],
    ['empty ids', { groups: [''], groupId: '' }],
  ])('is nothing with %s', async (_, more) => {
    const { user, group } = await judge('enforce', await inGroups(more))
    expect([user('u1'), ...['acme', '7', ''].map(group)]).toEqual([
      'proven',
      'refused',
      'refused',
      'refused',
    ])
  })

  it('is counted where identity is observed, and not looked at where it is off', async () => {
    expect((await judge('observe', undefined)).group('acme')).toBe('unproven')
    expect((await judge('off', undefined)).group('acme')).toBe('open')
  })
})

describe('C15 products', () => {
  const identity = createIdentity({
    identity: { mode: 'enforce', secrets: [SECRET] },
    keys: [
      { key: 'pk_a' },
      { key: 'pk_b', identity: { mode: 'enforce', secrets: [OTHER_SECRET] } },
      { key: 'pk_c', identity: { mode: 'off' } },
    ],
    now: () => NOW,
  })

  it('believe no tokens of each other', async () => {
    const [ofA, ofB] = [await sign('u1'), await sign('u1', OTHER_SECRET)]
    expect(await identity.verify('pk_a', ofA)).toMatchObject({ ok: true, sub: 'u1' })
    expect(await identity.verify('pk_b', ofB)).toMatchObject({ ok: true, sub: 'u1' })
    expect(await identity.verify('pk_a', ofB)).toMatchObject({ ok: false })
    expect(await identity.verify('pk_b', ofA)).toMatchObject({ ok: false })
    expect(await identity.verify('pk_c', ofA)).toMatchObject({ ok: false })
    expect(await identity.verify('pk_unknown', ofA)).toMatchObject({ ok: false })
  })
})

describe('identity that cannot work', () => {
  const ed25519 = generateKeyPairSync('ed25519')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const spki = (key: typeof rsa.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString()
  const pkcs8 = ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const wrong: [what: string, options: Omit<IdentityOptions, 'mode'>, message: string][] = [
    ['no key', {}, 'no secrets'],
    ['a short secret', { secrets: ['x'.repeat(31)] }, 'fewer than 32 bytes'],
    ['three secrets', { secrets: [SECRET, OTHER_SECRET, `${SECRET}x`] }, 'more than two'],
    ['a key that is none', { publicKeys: ['x'] }, 'cannot be read'],
    ['a key of another kind', { publicKeys: [spki(rsa.publicKey)] }, 'is rsa'],
    ['a private key', { publicKeys: [pkcs8] }, 'is private'],
  ]
  it.each(wrong)('is refused at the start: %s', (_, options, message) => {
    const create = () =>
      createIdentity({
        identity: { mode: 'observe', ...options },
        keys: [{ key: 'k' }],
        now: () => NOW,
      })
    expect(create).toThrow(CollectorSetupError)
    expect(create).toThrow(message)
  })
})
