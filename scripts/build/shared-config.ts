import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { ROOT } from '../prepare/root.js'

export const SDK_DIR = join(ROOT, 'packages/sdk')

/** What the builds of the SDK have in common: a release, from the sources, minified. */
export function sharedConfig(): InlineConfig {
  return {
    configFile: false,
    root: SDK_DIR,
    publicDir: false,
    logLevel: 'warn',
    define: {
      __DEV__: 'false',
      __VERSION__: JSON.stringify(version()),
      // Library builds leave it in, and a page has no `process`.
      'process.env.NODE_ENV': '"production"',
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { conditions: ['@firstwin/source'] },
    css: { transformer: 'lightningcss' },
  }
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(SDK_DIR, 'package.json'), 'utf8'))
  const found = typeof manifest === 'object' && manifest && 'version' in manifest
  if (!found) throw new Error('packages/sdk/package.json has no version.')
  return String(manifest.version)
}
