import { generateKeyPairSync, sign, createHash, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verify, type VerifyOptions } from './verify.ts'

const NOW_S = 1_795_000_000
const JOURNEY = '{"id":"welcome","title":"ようこそ"}'
const pair = generateKeyPairSync('ed25519')
const successor = generateKeyPairSync('ed25519')

const toText = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')

/** A signed journey, as `npx firstwin sign` writes it. */
function signed(changes: object = {}, { privateKey } = pair, journey = JOURNEY): string {
  const sha256 = createHash('sha256').update(journey).digest('hex')
  const aud = ['https://app.example.com', 'https://eu.example.com']
  const plain = { v: 1, aud, iat: NOW_S - 10, exp: NOW_S + 10, seq: 7, sha256 }
  const manifest = JSON.stringify({ ...plain, ...changes })
  const signature = sign(null, Buffer.from(manifest), privateKey).toString('base64')
  return JSON.stringify({ manifest, signature, journey })
}

async function judge(file: string, changes: Partial<VerifyOptions> = {}): Promise<string> {
  const options = {
    keys: [toText(pair.publicKey)],
    audience: 'https://app.example.com',
    now: NOW_S * 1000,
    last: 7,
  }
  const verdict = await verify(file, { ...options, ...changes })
  return verdict.is
}

/** The file with one letter of a field changed. */
function flipped(file: string, field: string, index: number): string {
  const fields: Record<string, string> = JSON.parse(file)
  const text = fields[field] ?? ''
  const other = text[index] === 'a' ? 'b' : 'a'
  return JSON.stringify({
    ...fields,
    [field]: text.slice(0, index) + other + text.slice(index + 1),
  })
}

describe('T17 verify', () => {
  it('takes what a pinned key has signed for this origin, and hands on the very text', async () => {
    const options = {
      keys: [toText(pair.publicKey)],
      audience: 'https://eu.example.com',
      now: NOW_S * 1000,
      last: 0,
    }
    const verdict = await verify(signed(), options)
    expect(verdict).toMatchObject({ is: 'good', source: JOURNEY, manifest: { seq: 7 } })
  })

  it.each([0, 5, 20, 30])(
    'refuses a journey of which one letter has changed (%i)',
    async (index) => {
      expect(await judge(flipped(signed(), 'journey', index))).toBe('bytes')
    },
  )

  it.each([0, 9, 30, 60])(
    'refuses a manifest of which one letter has changed (%i)',
    async (index) => {
      expect(await judge(flipped(signed(), 'manifest', index))).toBe('signature')
    },
  )

  it.each([0, 40, 80])(
    'refuses a signature of which one letter has changed (%i)',
    async (index) => {
      expect(await judge(flipped(signed(), 'signature', index))).toBe('signature')
    },
  )

  it.each([
    ['that is no base64', { signature: 'ü' }, 'signature'],
    ['that is too short', { signature: 'AAAA' }, 'signature'],
    ['that is missing', { signature: undefined }, 'unsigned'],
    ['that is no text', { signature: 1 }, 'unsigned'],
  ])('refuses a signature %s', async (_, change, reason) => {
    const file = JSON.stringify({ ...JSON.parse(signed()), ...change })
    expect(await judge(file)).toBe(reason)
  })

  it.each(['', 'null', '[]', '"x"', '{', JOURNEY, '{"format":1,"id":"a"}'])(
    'refuses what is no signed journey: %s',
    async (file) => {
      expect(await judge(file)).toBe('unsigned')
    },
  )

  it('refuses what another key has signed', async () => {
    expect(await judge(signed({}, successor))).toBe('signature')
  })

  it('takes both of two keys, so that one can follow the other, and no third', async () => {
    const keys = [toText(successor.publicKey), toText(pair.publicKey)]
    expect(await judge(signed(), { keys })).toBe('good')
    expect(await judge(signed({}, successor), { keys })).toBe('good')
    const third = toText(generateKeyPairSync('ed25519').publicKey)
    expect(await judge(signed(), { keys: [third, ...keys] })).toBe('signature')
  })

  it.each([[['']], [['no key']], [[]], [['AAAA']]])('fits no journey to keys %j', async (keys) => {
    expect(await judge(signed(), { keys })).toBe('signature')
  })

  it('refuses one for another origin, and one that begins like ours', async () => {
    expect(await judge(signed({ aud: ['https://other.example.com'] }))).toBe('audience')
    expect(await judge(signed({ aud: ['https://app.example.com.evil.example'] }))).toBe('audience')
    expect(await judge(signed({ aud: [] }))).toBe('audience')
  })

  it('refuses one whose time is over, to the second', async () => {
    expect(await judge(signed({ exp: NOW_S }))).toBe('expired')
    expect(await judge(signed({ exp: NOW_S + 1 }))).toBe('good')
  })

  it('refuses one that is older than the last one, and takes that one again', async () => {
    expect(await judge(signed({ seq: 6 }))).toBe('older')
    expect(await judge(signed({ seq: 7 }))).toBe('good')
    expect(await judge(signed({ seq: 8 }))).toBe('good')
  })

  it.each([
    ['another version', { v: 2 }],
    ['no number of order', { seq: 'x' }],
    ['no end', { exp: undefined }],
    ['no list of origins', { aud: 'https://app.example.com' }],
    ['no hash', { sha256: 1 }],
  ])('refuses a manifest of %s, whoever signed it', async (_, change) => {
    expect(await judge(signed(change))).toBe('unsigned')
  })
})
