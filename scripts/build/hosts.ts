import { readdirSync, rmSync } from 'node:fs'
import { join, parse } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../prepare/root.js'

/*
 * The applications that the end-to-end tests put Firstwin into: real libraries (React, Radix, Turbo …),
 * each bundled as one classic script with its style sheet.
 */

const APPS = join(ROOT, 'e2e/hostile/apps')
const RESULT = join(ROOT, 'e2e/hostile/dist')

rmSync(RESULT, { recursive: true, force: true })
for (const file of readdirSync(APPS)) await buildApp(file)

async function buildApp(file: string): Promise<void> {
  const { name } = parse(file)
  await build({
    configFile: false,
    root: APPS,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: {
      outDir: RESULT,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: join(APPS, file),
        formats: ['iife'],
        name: `app_${name.replaceAll('-', '_')}`,
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
    },
  })
}
