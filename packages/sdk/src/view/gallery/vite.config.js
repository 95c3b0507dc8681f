import { defineConfig } from 'vite'

/** A page for looking at every scene: `npx vite packages/sdk/src/view/gallery`. Never published. */
// oxlint-disable-next-line import/no-default-export -- vite asks for one
export default defineConfig({
  define: { __DEV__: 'true', __VERSION__: '"gallery"' },
  resolve: { conditions: ['@firstwin/source'] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { port: 4291, strictPort: true },
})
