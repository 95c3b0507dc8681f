/**
 * @typedef {object} Part
 * @property {string} name to build it alone by
 * @property {string} label for people
 * @property {readonly string[]} sources what it is built from, relative to the workspace
 * @property {string} result a file that is there once it is built
 * @property {readonly string[]} command run under the project's Node 24
 */

const SDK = ['packages/sdk/src', 'packages/engine/src', 'packages/schema/src']
const TOOLS = ['package-lock.json', 'scripts/build', 'tsconfig.base.json']
const VITE = 'node_modules/vite/bin/vite.js'

/**
 * All that is built, in an order in which each finds what it needs. The bundles are made from the
 * sources, so `libraries` (what npm users get) is not needed to run the example.
 * @type {readonly Part[]}
 */
export const PARTS = [
  {
    name: 'libraries',
    label: 'the libraries',
    sources: [...SDK, 'packages/collector/src', 'packages/cli/src', 'packages/node/src', ...TOOLS],
    result: 'packages/cli/dist/index.js',
    command: [
      'node_modules/typescript/bin/tsc',
      '-b',
      'packages/schema',
      'packages/engine',
      'packages/sdk',
      'packages/collector',
      'packages/cli',
      'packages/node',
    ],
  },
  {
    name: 'script',
    label: 'the script tag',
    sources: [...SDK, ...TOOLS],
    result: 'packages/sdk/dist/script/firstwin.js',
    command: ['scripts/build/script.ts'],
  },
  {
    name: 'modules',
    label: 'the npm modules',
    sources: [...SDK, 'packages/schema/journey.schema.json', ...TOOLS],
    result: 'packages/sdk/dist/esm/index.js',
    command: ['scripts/build/modules.ts'],
  },
  {
    name: 'studio',
    label: 'the results screen',
    sources: ['packages/studio', 'packages/collector/src', ...TOOLS],
    result: 'packages/studio/dist/index.html',
    command: [VITE, 'build', 'packages/studio', '--logLevel', 'warn'],
  },
  {
    name: 'screen',
    label: 'the results screen for npm',
    sources: ['packages/studio', 'packages/collector/src', ...TOOLS],
    result: 'packages/cli/dist/studio/index.html',
    command: ['scripts/build/screen.ts'],
  },
  {
    name: 'example',
    label: 'the example application',
    sources: ['examples/mail-tool', ...TOOLS],
    result: 'examples/mail-tool/dist/assets/app.js',
    command: [VITE, 'build', 'examples/mail-tool', '--logLevel', 'warn'],
  },
  {
    name: 'journey',
    label: "the example's journey",
    sources: ['examples/mail-tool/public/onboarding.journey.json', 'packages/schema/src', ...TOOLS],
    // Among the files of the example, which its own build empties: then this is made again.
    result: 'examples/mail-tool/dist/onboarding.compiled.json',
    command: ['scripts/build/journey.ts'],
  },
  {
    name: 'hosts',
    label: 'the hosts of the end-to-end tests',
    sources: ['e2e/hostile/apps', 'scripts/build/hosts.ts', 'package-lock.json'],
    result: 'e2e/hostile/dist/radix.js',
    command: ['scripts/build/hosts.ts'],
  },
]
