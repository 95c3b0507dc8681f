import { defineConfig, type Project } from '@playwright/test'
import { chromium, firefox, hasOwn } from './scripts/browsers.js'

const viewport = { width: 1280, height: 720 }

/** What the engine makes no difference to runs in Chromium alone. */
const ONE_ENGINE = /(hand-over|later|script-tag|security-faults|weight)\.spec\.ts$/
/**
 * Of the hostile scenarios, those that hang most on the engine. `npm test` runs all of them in Chromium
 * and these everywhere, to stay well under half an hour; `npm run scenarios` runs all everywhere.
 */
const OF_ENGINES = /hostile\/(?!(?:css|layers|modals|geometry|targets)\.)[^/]*\.spec\.ts$/
const ignored = process.env['SCENARIOS'] ? ONE_ENGINE : [ONE_ENGINE, OF_ENGINES]

/**
 * The end-to-end tests. WebKit runs directly where the test tool has its own; elsewhere it is
 * WebKitGTK, driven by WebDriver, and needs a run of its own: `E2E_ENGINE=webkit`, which swaps
 * `page` (see e2e/test.ts). The spec files are the same.
 */
const projects: Project[] = [
  { name: 'chromium', use: { browserName: 'chromium', launchOptions: chromium() } },
  { name: 'firefox', testIgnore: ignored, use: { browserName: 'firefox', ...firefox() } },
  {
    name: 'webkit',
    testIgnore: ignored,
    use: hasOwn('webkit') ? { browserName: 'webkit' } : {},
  },
]

const asked = process.env['E2E_ENGINE']?.split(',') ?? ['chromium', 'firefox']
const byPlaywright = !asked.includes('webkit') || hasOwn('webkit')

export default defineConfig({
  testDir: 'e2e',
  // The comparison with the peers tests the peers, not us: `npm run peers`.
  testMatch: process.env['PEERS'] ? '**/e2e/peers/*.spec.ts' : /\/e2e\/(?!peers\/).*\.spec\.ts$/,
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  // Generous: on a loaded machine the same story takes ten times as long.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  use: {
    viewport,
    actionTimeout: 15_000,
    // Pictures of WebKit are taken in e2e/test.ts.
    screenshot: byPlaywright ? 'only-on-failure' : 'off',
    trace: byPlaywright ? 'retain-on-failure' : 'off',
  },
  projects: projects.filter(({ name }) => asked.includes(name ?? '')),
})
