import { generateKeyPairSync } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createVerifyToken } from './verify-token.ts'

const NOW = Date.UTC(2026, 10, 22, 3)
const SECOND = 1_000
const HOUR = 3_600
const SECRET = 'a-secret-of-more-than-thirty-two-bytes'
const NEXT_SECRET = 'another-secret-of-more-than-32-bytes-'

const ed25519 = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: typeof ed25519.publicKey) =>
  key.export({ type: 'spki', format: 'pem' }).toString()

const bytes = (text: string) => new TextEncoder().encode(text)

/** Seconds since 1970, so many from now. */
const inSeconds = (seconds: number) => Math.floor(NOW / SECOND) + seconds

/** Good for an hour, unless `claims` says otherwise. */
function sign(claims: object = {}, secret: string = SECRET): Promise<string> {
  return new SignJWT({ sub: 'u1', iat: inSeconds(0), exp: inSeconds(HOUR), ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(bytes(secret))
}

const verify = createVerifyToken({ mode: 'enforce', secrets: [SECRET, NEXT_SECRET] })
const whoIs = async (token: string | undefined) => {
  const result = await verify(token, NOW)
  return result.ok ? `is ${result.sub}` : result.reason
}

describe('C12 a token', () => {
  it('says who the user is', async () => {
    expect(await whoIs(await sign())).toBe('is u1')
  })

  it('may be signed with the second secret, while one takes the place of the other', async () => {
    expect(await whoIs(await sign({}, NEXT_SECRET))).toBe('is u1')
  })

  it('says nothing when it is not there', async () => {
    expect(await whoIs(undefined)).toBe('missing')
    expect(await whoIs('')).toBe('missing')
  })

  it('says nothing when it is signed with a secret that is not ours', async () => {
    expect(await whoIs(await sign({}, 'yet-another-secret-of-more-than-32-bytes'))).toBe(
      'signature',
    )
  })

  it('says nothing when it was changed after it was signed', async () => {
    const [header, , signature] = (await sign()).split('.')
    const other = Buffer.from(JSON.stringify({ sub: 'u2', exp: inSeconds(HOUR) }))
    expect(await whoIs(`${header}.${other.toString('base64url')}.${signature}`)).toBe('signature')
  })

  const times: [what: string, claims: object, expected: string][] = [
    ['that ended more than 30 s ago', { exp: inSeconds(-31) }, 'expired'],
    ['that ended less than 30 s ago', { exp: inSeconds(-29) }, 'is u1'],
    ['that begins in more than 30 s', { nbf: inSeconds(31) }, 'not-yet'],
    ['that begins in less than 30 s', { nbf: inSeconds(29) }, 'is u1'],
    ['without an end', { exp: undefined }, 'lifetime'],
    ['that is good for a day', { exp: inSeconds(24 * HOUR) }, 'is u1'],
    ['that is good for more than a day from now', { exp: inSeconds(24 * HOUR + 31) }, 'lifetime'],
    ['that was good for more than a day', { iat: inSeconds(-24 * HOUR) }, 'lifetime'],
    ['that does not say when it was made', { iat: undefined }, 'is u1'],
    ['whose end is a text', { exp: 'tomorrow' }, 'malformed'],
  ]
  it.each(times)('%s: %s', async (_, claims, expected) => {
    expect(await whoIs(await sign(claims))).toBe(expected)
  })

  const subjects: [what: string, sub: unknown][] = [
    ['none', undefined],
    ['an empty one', ''],
    ['a number', 42],
    ['a list', ['u1']],
    ['a longer one than ids may be', 'x'.repeat(257)],
  ]
  it.each(subjects)('says nothing when its subject is %s', async (_, sub) => {
    expect(await whoIs(await sign({ sub }))).toBe('subject')
  })

  it('of more than 4096 characters is refused before anything is done with it', async () => {
    const long = await sign({ more: 'x'.repeat(4_096) })
    expect(await whoIs(long)).toBe('too-long')
    expect(await whoIs('x'.repeat(10_000_000))).toBe('too-long')
  })

  const malformed = [
    'x',
    '.',
    '..',
    '...',
    'a.b.c',
    '{}.{}.{}',
    `${Buffer.from('null').toString('base64url')}.e30.x`,
    `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.bm8.x`,
    `${Buffer.from('{"alg":"HS256"}').toString('base64url')}..`,
    `${Buffer.from('{"alg":"HS256","crit":["b64"],"b64":false}').toString('base64url')}.e30.x`,
    '\u0000.\uD800.é',
  ]
  it.each(malformed)('that is %j does no harm', async (token) => {
    expect(['malformed', 'signature']).toContain(await whoIs(token))
  })

  it('that names no algorithm is refused, whatever it says', async () => {
    const unsigned = new UnsecuredJWT({ sub: 'u1', exp: inSeconds(HOUR) }).encode()
    expect(await whoIs(unsigned)).toBe('algorithm')
    expect(await whoIs(unsigned.replace(/\.$/, '.x'))).toBe('algorithm')
  })

  it('with a signature of RSA is refused, and a public key is no secret', async () => {
    const claims = new SignJWT({ sub: 'u1', exp: inSeconds(HOUR) })
    const signed = await claims.setProtectedHeader({ alg: 'RS256' }).sign(rsa.privateKey)
    expect(await whoIs(signed)).toBe('algorithm')

    const publicKey = pem(ed25519.publicKey)
    const byKey = createVerifyToken({ mode: 'enforce', publicKeys: [publicKey] })
    expect(await byKey(await sign({}, publicKey), NOW)).toEqual({ ok: false, reason: 'algorithm' })
  })

  it('may be signed with Ed25519, where that key was given', async () => {
    const byKey = createVerifyToken({ mode: 'enforce', publicKeys: [pem(ed25519.publicKey)] })
    const token = (key: typeof ed25519.privateKey) =>
      new SignJWT({ sub: 'u1', exp: inSeconds(HOUR) })
        .setProtectedHeader({ alg: 'EdDSA' })
        .sign(key)
    expect(await byKey(await token(ed25519.privateKey), NOW)).toEqual({
      ok: true,
      sub: 'u1',
      groups: [],
    })
    const other = generateKeyPairSync('ed25519')
    expect(await byKey(await token(other.privateKey), NOW)).toMatchObject({ reason: 'signature' })
    expect(await whoIs(await token(ed25519.privateKey))).toBe('algorithm')
  })

  it('that was good ends on time', async () => {
    const token = await sign({ exp: inSeconds(60) })
    expect(await verify(token, NOW)).toEqual({ ok: true, sub: 'u1', groups: [] })
    expect(await verify(token, NOW + 89 * SECOND)).toEqual({ ok: true, sub: 'u1', groups: [] })
    expect(await verify(token, NOW + 91 * SECOND)).toEqual({ ok: false, reason: 'expired' })
  })

  it('that was good is good while thousands of others come', async () => {
    const token = await sign()
    await verify(token, NOW)
    for (let i = 0; i < 2_001; i += 1) await verify(await sign({ jti: String(i) }), NOW)
    expect(await whoIs(token)).toBe('is u1')
  })

  it('must be for us, where an audience is set', async () => {
    const ours = createVerifyToken({ mode: 'enforce', secrets: [SECRET], audience: 'firstwin' })
    expect(await ours(await sign({ aud: 'firstwin' }), NOW)).toEqual({
      ok: true,
      sub: 'u1',
      groups: [],
    })
    expect(await ours(await sign({ aud: ['x', 'firstwin'] }), NOW)).toMatchObject({ ok: true })
    expect(await ours(await sign({ aud: 'other' }), NOW)).toMatchObject({ reason: 'audience' })
    expect(await ours(await sign(), NOW)).toMatchObject({ reason: 'audience' })
  })
})

describe('C13 a secret', () => {
  it('of any length is compared without an error', async () => {
    for (const length of [1, 31, 32, 33, 64, 1_000]) {
      expect(await whoIs(await sign({}, 'x'.repeat(length)))).toBe('signature')
    }
  })

  it('is compared though the signature of the token has another length', async () => {
    const [header, claims] = (await sign()).split('.')
    for (const signature of ['xx', 'x'.repeat(43), 'xx'.repeat(500)]) {
      expect(await whoIs(`${header}.${claims}.${signature}`)).toBe('signature')
    }
  })
})
