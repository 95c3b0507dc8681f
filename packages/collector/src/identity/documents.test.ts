import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { SECRET } from '../../test/sign-token.ts'
import { createVerifyToken } from './verify-token.ts'

const FILE = readFileSync(new URL('../../../../docs/identity.md', import.meta.url), 'utf8')

/** The examples of docs/identity.md in this language, in their order. */
function examples(language: string): string[] {
  const found = FILE.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))
  return [...found].map(([, code = '']) => code)
}

/** A folder beside this file, so that the examples find what they import. */
function folder(): string {
  const path = mkdtempSync(join(import.meta.dirname, 'example-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

it.each([0, 1])(
  'docs/identity.md: the server’s example %i signs what is believed of a user and a company',
  async (index) => {
    const dir = folder()
    writeFileSync(join(dir, 'example.mjs'), examples('js')[index] ?? '')
    const code = `import { identityToken } from './example.mjs'
    process.stdout.write(await identityToken('u_42', 'acme', process.env.IDENTITY_SECRET))`
    const options = { cwd: dir, env: { ...process.env, IDENTITY_SECRET: SECRET } }
    const token = execFileSync(process.execPath, ['--input-type=module', '-e', code], options)
    const verify = createVerifyToken({ mode: 'enforce', secrets: [SECRET] })
    expect(await verify(token.toString(), Date.now())).toEqual({
      ok: true,
      sub: 'u_42',
      groups: ['acme'],
    })
  },
)

it('docs/identity.md: the commands for a key pair make one that is taken', () => {
  const dir = folder()
  const commands = examples('sh')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('openssl'))
  for (const command of commands ?? []) execFileSync('sh', ['-c', command], { cwd: dir })
  const publicKey = readFileSync(join(dir, 'identity-public.pem'), 'utf8')
  expect(() => createVerifyToken({ mode: 'enforce', publicKeys: [publicKey] })).not.toThrow()
})
