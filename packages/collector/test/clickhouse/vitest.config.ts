import { defineConfig } from 'vitest/config'

/** Against real ClickHouse engines: `npm run test:clickhouse`. Not part of `npm test`. */
export default defineConfig({
  define: { __DEV__: 'true', __VERSION__: '"0.0.0-test"' },
  resolve: { conditions: ['@firstwin/source'] },
  ssr: { resolve: { conditions: ['@firstwin/source'] } },
  test: {
    root: import.meta.dirname,
    include: ['*.spec.ts'],
    // Each starts servers of its own.
    fileParallelism: false,
    testTimeout: 400_000,
    hookTimeout: 180_000,
  },
})
