import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fingerprint } from './fingerprint.js'

/** A folder with src/a.ts in it, gone after the test. */
function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'fingerprint-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src/a.ts'), 'a')
  return root
}

describe('fingerprint', () => {
  it('stays the same while nothing is written', () => {
    const root = makeFolder()
    expect(fingerprint(root, ['src', 'absent'])).toBe(fingerprint(root, ['src', 'absent']))
  })

  it('changes with a new file, a new size and a new time', () => {
    const root = makeFolder()
    const prints = new Set([fingerprint(root, ['src'])])
    writeFileSync(join(root, 'src/b.ts'), 'b')
    prints.add(fingerprint(root, ['src']))
    writeFileSync(join(root, 'src/b.ts'), 'bb')
    prints.add(fingerprint(root, ['src']))
    utimesSync(join(root, 'src/b.ts'), 1, 1)
    prints.add(fingerprint(root, ['src']))
    expect(prints.size).toBe(4)
  })

  it('passes over what builds write', () => {
    const root = makeFolder()
    const before = fingerprint(root, ['src'])
    mkdirSync(join(root, 'src/dist'))
    writeFileSync(join(root, 'src/dist/a.js'), 'a')
    expect(fingerprint(root, ['src'])).toBe(before)
  })
})
