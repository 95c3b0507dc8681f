import { describe, expect, it } from 'vitest'
import { installScripts, looseVersions } from './manifest.js'
import { packedFiles, toPatterns } from './packed-files.js'

describe('T30 a package that is published', () => {
  it('runs nothing when it is installed', () => {
    const manifest = { name: 'ours', scripts: { postinstall: 'x', test: 'y' } }
    expect(installScripts(manifest, { packages: {} })).toEqual([
      expect.stringContaining('postinstall'),
    ])
  })

  it('needs nothing that runs something when it is installed, however deep', () => {
    const packages = {
      'node_modules/one': { link: true, resolved: 'packages/one' },
      'packages/one': { dependencies: { deep: '1.0.0' } },
      'node_modules/deep': { hasInstallScript: true },
    }
    const manifest = { name: 'ours', dependencies: { one: '1.0.0' } }
    expect(installScripts(manifest, { packages })).toEqual([expect.stringContaining('deep')])
  })

  it('names exact versions of what it needs', () => {
    const dependencies = { one: '1.0.0', two: '^1.0.0', three: '*' }
    expect(looseVersions({ name: 'ours', dependencies })).toHaveLength(2)
  })

  it('is listed by folders and endings, so that a stray file shows', () => {
    const output =
      'npm warn\n[{"files":[{"path":"dist/a.js"},{"path":"dist/b.js"},{"path":"dist/a.test.js"},{"path":".env"}]}]'
    expect(toPatterns(packedFiles(output))).toEqual(['.env', 'dist/**/*.js', 'dist/**/*.test.js'])
  })
})
