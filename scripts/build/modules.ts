import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from '../prepare/root.js'
import { SDK_DIR, sharedConfig } from './shared-config.ts'

/** What npm users bundle themselves: our own modules in few files, dependencies left as imports. */
async function buildModules(): Promise<void> {
  await build({
    ...sharedConfig(),
    build: {
      outDir: join(SDK_DIR, 'dist/esm'),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      modulePreload: false,
      lib: {
        entry: {
          index: join(SDK_DIR, 'src/index.ts'),
          endpoints: join(SDK_DIR, 'src/endpoints/index.ts'),
        },
        formats: ['es'],
        fileName: (_, entry) => `${entry}.js`,
      },
      rolldownOptions: {
        external: [/^preact(\/|$)/, /^@firstwin\//, 'nanostores'],
        output: { chunkFileNames: '[name].js' },
      },
    },
  })
}

await buildModules()
const schema = join(ROOT, 'packages/schema/journey.schema.json')
if (existsSync(schema)) copyFileSync(schema, join(SDK_DIR, 'journey.schema.json'))
