import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions, type Plugin } from 'vite'
import { borrow, lend } from './lend.ts'
import { SDK_DIR, sharedConfig } from './shared-config.ts'
import { cutUnsafe } from './cut-unsafe.ts'
import { tighten } from './tighten.ts'
import { trimPreact } from './trim-preact.ts'
import { writeIntegrity } from './write-integrity.ts'

const RESULT = join(SDK_DIR, 'dist/script')
/** What stands in for nanostores in the core: see there. */
const ATOM = join(SDK_DIR, 'src/script-atom.ts')
/** Takes the place of the last result when all is built, so that a running page always has files. */
const OUT_DIR = join(SDK_DIR, 'dist/script-next')

/** What all files of the script tag share. Nothing is emptied: several builds write there. */
const COMMON: BuildOptions = {
  outDir: OUT_DIR,
  emptyOutDir: false,
  minify: 'oxc',
  cssMinify: 'lightningcss',
  sourcemap: true,
  // The helper that preloads chunks touches the document; our own loader knows the addresses.
  modulePreload: false,
}

const OUTPUT = { comments: { legal: true, annotation: false, jsdoc: false } } as const

/** The file that every page view pays: one classic script that imports nothing at its start. */
const buildCore = (): Promise<void> => buildClassic('script.ts', 'firstwin.js', [lend()])

/** For pages that name each script by its hash: all of it in one file. */
const buildWhole = (): Promise<void> =>
  buildClassic('script-whole.ts', 'firstwin.whole.js', [cutUnsafe(), trimPreact()])

async function buildClassic(source: string, file: string, plugins: Plugin[]): Promise<void> {
  await build({
    ...sharedConfig(),
    plugins,
    resolve: { conditions: ['@firstwin/source'], alias: { nanostores: ATOM } },
    build: {
      ...COMMON,
      lib: {
        entry: join(SDK_DIR, 'src', source),
        formats: ['iife'],
        name: 'firstwinScript',
        fileName: () => file,
      },
      rolldownOptions: { output: { ...OUTPUT, codeSplitting: false } },
    },
  })
}

/**
 * A module beside the script, and what that imports when needed, as `firstwin-<name>.js`. The names
 * carry no hash: the folder carries the version. Each entry is built on its own, so that what two
 * of them share costs no extra request before the first picture.
 */
async function buildChunk(name: string, source: string, plugins: Plugin[] = []): Promise<void> {
  await build({
    ...sharedConfig(),
    plugins: [cutUnsafe(), trimPreact(), ...plugins],
    build: {
      ...COMMON,
      lib: {
        entry: { [`firstwin-${name}`]: source },
        formats: ['es'],
        fileName: (_, entry) => `${entry}.js`,
      },
      rolldownOptions: {
        // Parts may import from the entry what it has anyway, instead of a third file.
        preserveEntrySignatures: 'allow-extension',
        // A library build keeps white space for the bundler that follows; here none follows.
        output: { ...OUTPUT, chunkFileNames: 'firstwin-[name].js', minify: true },
      },
    },
  })
}

rmSync(OUT_DIR, { recursive: true, force: true })
await buildCore()
await buildWhole()
await buildChunk('show', join(SDK_DIR, 'src/show.ts'), [borrow()])
await buildChunk('load', join(SDK_DIR, 'src/load.ts'))
await buildChunk('signed', join(SDK_DIR, 'src/fetch-signed.ts'))
await buildChunk('deliver', join(SDK_DIR, 'src/deliver.ts'))
await buildChunk('endpoints', join(SDK_DIR, 'src/deliver-more.ts'))
await buildChunk('sync', join(SDK_DIR, 'src/progress-sync.ts'))
await buildChunk('history', join(SDK_DIR, 'src/host/watch-history.ts'))
await buildChunk('explain', join(SDK_DIR, 'src/explain.ts'))
await buildChunk('door', join(SDK_DIR, 'src/inspect/door.ts'))
await buildChunk('check', join(SDK_DIR, 'src/check/index.ts'))
await tighten(OUT_DIR)
writeIntegrity(OUT_DIR)
rmSync(RESULT, { recursive: true, force: true })
renameSync(OUT_DIR, RESULT)
