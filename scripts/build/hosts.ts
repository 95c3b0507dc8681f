import { readdirSync, rmSync } from 'node:fs'
import { join, parse } from 'node:path'
import { build, type Plugin } from 'vite'
import { ROOT } from '../prepare/root.js'

/*
 * The applications that the end-to-end tests put Firstwin into: real libraries (React, Radix, Turbo …),
 * each bundled as one classic script with its style sheet.
 */

const APPS = join(ROOT, 'e2e/hostile/apps')
const RESULT = join(ROOT, 'e2e/hostile/dist')

/** Our own sources, where a host bundles them: their views are preact's. */
const ownViews: Plugin = {
  name: 'own-views',
  enforce: 'pre',
  transform: (code, id) =>
    /packages\/sdk\/.*\.tsx$/.test(id) ? `/** @jsxImportSource preact */ ${code}` : undefined,
}

rmSync(RESULT, { recursive: true, force: true })
for (const file of readdirSync(APPS)) await buildApp(file)

async function buildApp(file: string): Promise<void> {
  const { name } = parse(file)
  await build({
    configFile: false,
    root: APPS,
    publicDir: false,
    logLevel: 'error',
    define: {
      __DEV__: 'false',
      __VERSION__: '"0.0.0"',
      'process.env.NODE_ENV': '"development"',
    },
    plugins: [ownViews],
    resolve: { conditions: ['@firstwin/source'] },
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
