import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromium } from './scripts/browsers.js'

const conditions = ['@firstwin/source']
const define = { __DEV__: 'true', __VERSION__: '"0.0.0-test"' }
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** The test projects. Packages are built by scripts/build.js, apps by their own vite.config.ts. */
export default defineConfig({
  test: {
    projects: [
      {
        define,
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: {
          name: 'node',
          include: [
            '{packages,examples}/*/{src,test}/**/*.test.ts',
            '{bench,scripts}/**/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        define,
        oxc,
        resolve: { conditions },
        optimizeDeps: {
          include: [
            'preact',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            'axe-core',
            'fast-check',
            'nanostores',
            'jsonc-parser',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          // The files share one origin, and thereby its storage.
          fileParallelism: false,
          include: ['packages/*/src/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
