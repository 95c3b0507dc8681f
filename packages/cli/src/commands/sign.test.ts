import { readFileSync, statSync, writeFileSync, chmodSync } from 'node:fs'
import { compileJourney } from '@firstwin/schema'
import { describe, expect, it } from 'vitest'
import { createTerminal, NOW } from '../../test/run-cli.ts'

const SOUND = '{"format":1,"id":"welcome","locale":"en","wins":[],"paths":[],"guides":[]}'
const FOR_APP = ['--key', 'private.pem', '--audience', 'https://app.example.com'] as const

/** A terminal with a journey and a key. */
async function withKey(changes = {}) {
  const terminal = createTerminal(changes)
  writeFileSync(terminal.file('a.json'), SOUND)
  await terminal.run('keys', 'private.pem')
  const tag = terminal.printed.splice(0)[0] ?? ''
  terminal.complained.splice(0)
  return { ...terminal, key: /data-trust="([^"]+)"/.exec(tag)?.[1] ?? '' }
}

interface Signed {
  manifest: string
  signature: string
  journey: string
}

const readSigned = (file: string): Signed => JSON.parse(readFileSync(file, 'utf8'))

/** By the browser's own functions, which Node has too. */
async function isSignedBy(key: string, { manifest, signature }: Signed): Promise<boolean> {
  const raw = Buffer.from(key, 'base64')
  const publicKey = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
  const bytes = Buffer.from(signature, 'base64')
  return await crypto.subtle.verify('Ed25519', publicKey, bytes, Buffer.from(manifest))
}

describe('keys', () => {
  it('makes a private key that only its owner may read, and prints the public one', async () => {
    const { file, key } = await withKey()
    expect(key).toMatch(/^[\w+/]{43}=$/)
    expect(readFileSync(file('private.pem'), 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/)
    expect(statSync(file('private.pem')).mode & 0o777).toBe(0o600)
  })

  it('never overwrites one: it prints the public half of that', async () => {
    const { file, key, run, printed } = await withKey()
    const before = readFileSync(file('private.pem'), 'utf8')
    expect(await run('keys', 'private.pem')).toBe(0)
    expect(printed).toEqual([`data-trust="${key}"`])
    expect(readFileSync(file('private.pem'), 'utf8')).toBe(before)
  })

  it.each([
    ['is no key', 'not a key'],
    ['is of another kind', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n'],
  ])('says what it wants where the file %s', async (_, text) => {
    const { run, file, complained } = createTerminal()
    writeFileSync(file('private.pem'), text, { mode: 0o600 })
    expect(await run('keys', 'private.pem')).toBe(2)
    expect(complained.join()).toContain('private.pem holds no private key of Ed25519')
    expect(complained.join()).not.toContain('AAAA')
  })
})

describe('sign', () => {
  it('compiles a raw journey, and signs it for the origin, the days and the order', async () => {
    const { run, file, key, complained } = await withKey()
    expect(await run('sign', 'a.json', ...FOR_APP, '--days', '30', '--out', 'b.json')).toBe(0)
    const signed = readSigned(file('b.json'))
    const compiled = compileJourney(SOUND)
    expect(JSON.parse(signed.journey)).toEqual(compiled.ok && compiled.journey)
    expect(await isSignedBy(key, signed)).toBe(true)
    const hash = await crypto.subtle.digest('SHA-256', Buffer.from(signed.journey))
    expect(JSON.parse(signed.manifest)).toEqual({
      v: 1,
      aud: ['https://app.example.com'],
      iat: NOW / 1000,
      exp: NOW / 1000 + 30 * 86_400,
      seq: NOW / 1000,
      sha256: Buffer.from(hash).toString('hex'),
    })
    expect(complained).toEqual(['Signed for https://app.example.com, good until 2026-12-22.'])
  })

  it('signs a compiled journey as it is', async () => {
    const { run, file } = await withKey()
    await run('build', 'a.json', '--out', 'built.json')
    expect(await run('sign', 'built.json', ...FOR_APP, '--out', 'b.json')).toBe(0)
    expect(readSigned(file('b.json')).journey).toBe(readFileSync(file('built.json'), 'utf8').trim())
  })

  it('takes several origins, a number of its own, and what the variables say', async () => {
    const env = {
      FIRSTWIN_SIGNING_KEY_FILE: 'private.pem',
      FIRSTWIN_AUDIENCE: 'https://a.example.com/, http://localhost:3000',
    }
    const { run, file } = await withKey({ env })
    expect(await run('sign', 'a.json', '--seq', '7', '--out', 'b.json')).toBe(0)
    expect(JSON.parse(readSigned(file('b.json')).manifest)).toMatchObject({
      aud: ['https://a.example.com', 'http://localhost:3000'],
      seq: 7,
    })
  })

  it.each([
    ['no origin', ['--key', 'private.pem'], 'Name the origin'],
    ['a page without https', [...FOR_APP, '--audience', 'http://a.example.com'], 'no origin of'],
    ['what is no address', [...FOR_APP, '--audience', 'example'], 'example is no origin'],
    ['no days', [...FOR_APP, '--days', '0'], '--days takes a whole number'],
    ['half a number', [...FOR_APP, '--seq', '1.5'], '--seq takes a whole number'],
    ['no key', ['--audience', 'https://a.example.com'], 'Name one journey file and the key'],
    ['a key that is not there', ['--key', 'c.pem', '--audience', 'https://a.b'], 'no file c.pem'],
  ])('says what is wrong with %s', async (_, args, words) => {
    const { run, complained } = await withKey()
    expect(await run('sign', 'a.json', ...args)).toBe(2)
    expect(complained.join()).toContain(words)
  })

  it('takes no key that others may read', async () => {
    const { run, file, complained } = await withKey()
    chmodSync(file('private.pem'), 0o644)
    expect(await run('sign', 'a.json', ...FOR_APP)).toBe(2)
    expect(complained.join()).toContain('chmod 600 private.pem')
  })

  it('signs nothing with errors, and nothing that pages find too large', async () => {
    const { run, file, complained, printed } = await withKey()
    writeFileSync(file('bad.json'), '{"format":1}')
    expect(await run('sign', 'bad.json', ...FOR_APP)).toBe(2)
    expect(complained.join()).toContain('bad.json:1:')
    const large = { format: 1, compiled: 1, note: 'x'.repeat(256_000) }
    writeFileSync(file('large.json'), JSON.stringify(large))
    expect(await run('sign', 'large.json', ...FOR_APP)).toBe(2)
    expect(complained.join()).toContain('pages take 256000')
    expect(printed).toEqual([])
  })
})
