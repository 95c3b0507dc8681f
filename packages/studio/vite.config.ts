import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * Builds the results screen into `dist`. Nothing is inlined into the page, because the collector
 * serves it under a policy that runs files only; addresses are relative, so that it may be served
 * below any path.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['@firstwin/source', 'module', 'browser', 'production'] },
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 4389, strictPort: true, proxy: { '/v1': 'http://127.0.0.1:4380' } },
})
